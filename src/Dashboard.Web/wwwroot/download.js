// Takes over links marked data-download: what takes long shows how far it is and can be given up; then the browser saves it as it saves any file.
// Where the answer is no file, its address says why.
const Patience = 500, LineFeed = 10, Quote = 34;
const panel = document.querySelector('#download'), words = panel.dataset;
const [said, soFar] = panel.querySelectorAll('p'), bar = panel.querySelector('progress'), button = panel.querySelector('button');
let running = null;

const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);
const number = (value, digits = 0) => value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });

// Lines of a text that came; those between quotation marks belong to a field.
function textLines(hasQuotes) {
  let lines = 0, isQuoted = false;
  return chunk => {
    for (const byte of chunk)
      if (byte === Quote && hasQuotes)
        isQuoted = !isQuoted;
      else if (byte === LineFeed && !isQuoted)
        lines++;
    return lines;
  };
}

// Lines of a workbook that came: its first part is the table, each row of it a line. What comes behind that part is not the table's.
function workbookLines() {
  const inflate = new DecompressionStream('deflate-raw'), part = inflate.writable.getWriter(), count = textLines(false);
  let lines = 0, ahead = null;
  inflate.readable.pipeTo(new WritableStream({ write(chunk) { lines = count(chunk); } })).catch(() => {});
  return chunk => {
    // Name and extra field of a part stand behind thirty bytes that say how long they are.
    ahead ??= 30 + (chunk[26] | chunk[27] << 8) + (chunk[28] | chunk[29] << 8);
    const skipped = Math.min(ahead, chunk.length);
    ahead -= skipped;
    if (skipped < chunk.length)
      part.write(chunk.slice(skipped)).catch(() => {});
    return lines;
  };
}

function linesOf(type) {
  const isWorkbook = type.includes('spreadsheet');
  return isWorkbook && !globalThis.DecompressionStream ? () => 0 : isWorkbook ? workbookLines() : textLines(type.startsWith('text/csv'));
}

function show(lines, expected, bytes) {
  const megabytes = number(bytes / 1e6, 1);
  if (expected > 0 && lines > 0) {
    [bar.max, bar.value] = [expected, Math.min(lines, expected)];
    soFar.textContent = fill(words.lines, number(bar.value), number(expected), megabytes);
  } else if (bytes > 0) {
    soFar.textContent = fill(words.bytes, megabytes);
  }
}

function save(parts, answer) {
  const file = document.createElement('a');
  file.href = URL.createObjectURL(new Blob(parts, { type: answer.headers.get('content-type') }));
  file.download = /filename="?([^";]+)/.exec(answer.headers.get('content-disposition'))[1];
  file.click();
  URL.revokeObjectURL(file.href);
}

async function take(way, signal) {
  const answer = await fetch(way.href, { signal });
  if (!answer.ok || answer.redirected) {
    location.assign(way.href);
    return;
  }
  const expected = Number(answer.headers.get('expected-lines')), lines = linesOf(answer.headers.get('content-type'));
  const parts = [], reader = answer.body.getReader();
  let bytes = 0;
  signal.addEventListener('abort', () => reader.cancel());
  for (let read; !(read = await reader.read()).done;) {
    parts.push(read.value);
    bytes += read.value.length;
    show(lines(read.value), expected, bytes);
  }
  // Half a file is none.
  signal.throwIfAborted();
  save(parts, answer);
}

async function begin(way) {
  running = new AbortController();
  bar.removeAttribute('value');
  [said.textContent, soFar.textContent, button.textContent, bar.hidden] = ['', '', words.cancel, false];
  // What is there at once needs no panel.
  const late = setTimeout(() => {
    panel.hidden = false;
    said.textContent = words.begun;
  }, Patience);
  let end = words.done;
  try {
    await take(way, running.signal);
  } catch {
    end = running.signal.aborted ? words.cancelled : words.failed;
    panel.hidden = false;
  }
  clearTimeout(late);
  [running, bar.hidden, said.textContent, button.textContent] = [null, true, end, words.close];
}

for (const way of document.querySelectorAll('a[data-download]'))
  way.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || running)
      return;
    event.preventDefault();
    begin(way);
  });

button.addEventListener('click', () => running ? running.abort() : panel.hidden = true);

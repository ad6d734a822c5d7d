// The page of a second opinion: each level and note is shown at once, kept in the outbox, and sent until the server has acknowledged it. Rows,
// outbox and states are the scoring page's.
import { Answers } from './answers.js';
import { Outbox, unsealBy } from './outbox.js';
import { drawState } from './row.js';
import { text } from './words.js';

const TypingPause = 700;
const { facts, outbox: lock, words, addresses, scale } = JSON.parse(document.getElementById('facts').dataset.facts);
const page = document.querySelector('.opinion');
const items = new Map([...page.querySelectorAll('.opinion-item')].map(item => [item.dataset.indicator, item]));
const noteOf = item => item.querySelector('textarea');
const isGiven = ({ state }) => state === 'scored' || state === 'not-applicable';

function tell(said, isUrgent = false) {
  document.getElementById(isUrgent ? 'told-urgently' : 'told').textContent = said;
}

const answers = new Answers({
  outbox: new Outbox(lock, facts.opinion, 'opinion'), words, account: lock.account, assessment: facts.opinion, address: addresses.changes,
  changed(row) {
    draw(row);
    drawHead();
  },
});
facts.rows.forEach(answers.take, answers);

function draw(row) {
  const item = items.get(row.code), answer = answers.shown(row), note = noteOf(item);
  const chosen = answer.state === 'scored' ? String(answer.level) : answer.state;
  for (const radio of item.querySelectorAll('[type=radio]'))
    radio.checked = radio.value === chosen;
  // The server takes blanks off a note; while it is being typed they stay.
  if (note.value !== answer.rationale && !(note === document.activeElement && note.value.trim() === answer.rationale)) {
    note.value = answer.rationale;
    note.dispatchEvent(new Event('written', { bubbles: true }));
  }
  drawState(item.querySelector('.row-state'), row, { words, tell, trouble: answers.trouble, retry: () => answers.again(row), giveUp: () => answers.giveUp(row) });
  drawConflict(item, row);
}

// Two windows of one reviewer.
function drawConflict(item, row) {
  let extra = item.querySelector('.conflict');
  if (row.state !== 'conflict') {
    extra?.remove();
    return;
  }
  if (!extra) {
    extra = document.getElementById('conflict-template').content.firstElementChild.cloneNode(true);
    extra.querySelector('[data-do=theirs]').addEventListener('click', () => answers.giveUp(row));
    extra.querySelector('[data-do=mine]').addEventListener('click', () => answers.insist(row));
    item.querySelector('.opinion-foot').before(extra);
  }
  extra.querySelector('p').textContent = text(words.overtaken, row.facts.stored.text, row.facts.stored.rationale);
}

function drawHead() {
  const rows = [...answers.rows.values()].filter(row => items.has(row.code)), given = rows.filter(row => isGiven(row.facts.stored));
  const waiting = answers.unsaved().length, note = document.getElementById('unsaved');
  for (const count of page.querySelectorAll('[data-count]')) {
    const isHere = row => items.get(row.code).dataset.area === count.dataset.count;
    const [done, of] = [given.filter(isHere).length, rows.filter(isHere).length];
    count.textContent = `${done} / ${of}`;
    count.classList.toggle('full', done === of);
  }
  document.getElementById('answered').textContent = given.length;
  page.querySelector('progress').value = given.length;
  page.dataset.unsaved = String(waiting > 0);
  note.hidden = waiting === 0 || !answers.trouble;
  note.textContent = text(words.unsaved, waiting, answers.trouble ?? '');
  // What is not stored yet must not be overtaken by the end.
  page.querySelector('[data-ask=hand-in]').disabled = waiting > 0 || given.length === 0;
  page.querySelector('[data-ask=withdraw]').disabled = waiting > 0;
  for (const send of page.querySelectorAll('[name=deed]'))
    send.disabled = waiting > 0;
  for (const ask of page.querySelectorAll('[data-words]'))
    ask.textContent = text(ask.dataset.words, rows.length - given.length);
}

function rowAt(event) {
  const code = event.target.closest?.('.opinion-item')?.dataset.indicator;
  return code && answers.rows.get(code);
}

function choose(row, value) {
  const { rationale } = answers.shown(row), isLevel = /^\d+$/.test(value);
  answers.answer(row, { state: isLevel ? 'scored' : value, level: isLevel ? Number(value) : null, confidence: 'unstated', rationale });
}

page.addEventListener('change', event => {
  const row = rowAt(event);
  if (row && event.target.type === 'radio')
    choose(row, event.target.value);
  else if (row)
    answers.hurry();
});
page.addEventListener('input', event => {
  const row = rowAt(event);
  if (row && event.target.tagName === 'TEXTAREA')
    answers.answer(row, { ...answers.shown(row), rationale: event.target.value }, TypingPause);
});
// As in the scoring grid: a digit chooses a level from anywhere in the group, up and down go to other indicators and change nothing. Left and
// right are the browser's own, and go from the level that is chosen.
page.addEventListener('keydown', event => {
  const row = rowAt(event), level = Number(event.key);
  if (!row || !event.target.closest('.rubric') || event.ctrlKey || event.altKey || event.metaKey)
    return;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    event.preventDefault();
    const codes = [...items.keys()];
    const next = codes[codes.indexOf(row.code) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next)
      toLevel(items.get(next));
  } else if (/^\d$/.test(event.key) && level >= scale.minimum && level <= scale.maximum) {
    choose(row, event.key);
    toLevel(items.get(row.code));
  }
});
const toLevel = item => (item.querySelector('[type=radio]:checked') ?? item.querySelector('[type=radio]')).focus();
page.addEventListener('click', event => {
  const asked = event.target.closest('[data-ask]')?.dataset.ask;
  if (asked === undefined)
    return;
  for (const form of page.querySelectorAll('[data-asked]'))
    form.hidden = form.dataset.asked !== asked;
  for (const button of page.querySelectorAll('[aria-expanded]'))
    button.setAttribute('aria-expanded', String(button.dataset.ask === asked));
});

addEventListener('beforeunload', event => {
  if (answers.unsaved().length > 0 && !document.documentElement.dataset.leaves)
    event.preventDefault();
});
document.addEventListener('visibilitychange', () => answers.hurry());
addEventListener('online', () => answers.hurry());
addEventListener('focus', () => answers.hurry());

for (const fieldset of page.querySelectorAll('fieldset'))
  fieldset.disabled = false;
await answers.outbox.restore(unsealBy(addresses.key), left => answers.restore(left));
page.dataset.interactive = 'true';

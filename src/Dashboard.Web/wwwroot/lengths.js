// Says beside a field marked data-longest, at once, that its text is longer than what is kept. Nothing that was typed or pasted is cut. What
// one message of the page's circuit cannot carry stays in the field: its form waits, and leaving the page asks.
{
  const { words } = document.currentScript.dataset;
  // In bytes as it is sent; the server takes 32 KB, and closes a circuit that sends more.
  const Message = 24000, LongestLetter = 6;
  const notes = new WeakMap();
  let made = 0;

  const number = value => value.toLocaleString(document.documentElement.lang);
  const lengthOf = field => field.value.trim().length;
  const isField = target => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  const isHeld = field => isField(field) && field.form?.method !== 'post' && field.value.length * LongestLetter > Message
    && new TextEncoder().encode(JSON.stringify(field.value)).length > Message;

  function describe(field, id, isOn) {
    const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(each => each && each !== id);
    const all = isOn ? [...others, id] : others;
    if (all.length > 0)
      field.setAttribute('aria-describedby', all.join(' '));
    else
      field.removeAttribute('aria-describedby');
  }

  function look(field) {
    const longest = Number(field.dataset?.longest), length = longest ? lengthOf(field) : 0, note = notes.get(field);
    if (length <= longest || !longest) {
      if (!note)
        return;
      note.remove();
      notes.delete(field);
      describe(field, note.id, false);
      field.removeAttribute('aria-invalid');
      return;
    }
    const shown = note ?? Object.assign(document.createElement('p'), { className: 'too-long', id: `too-long-${++made}`, role: 'status' });
    if (!note) {
      notes.set(field, shown);
      (field.closest('label') ?? field).after(shown);
      describe(field, shown.id, true);
      field.setAttribute('aria-invalid', 'true');
    }
    [length, longest, length - longest].forEach((value, i) => shown.textContent = (i ? shown.textContent : words).replace(`{${i}}`, number(value)));
  }

  const stop = event => event.stopImmediatePropagation();

  // This script comes before Blazor's, and so hears each event before it. "written": a script of ours put a text into the field.
  for (const kind of ['input', 'written'])
    document.addEventListener(kind, event => {
      look(event.target);
      if (isHeld(event.target))
        stop(event);
    });
  // Of these Blazor hears on their way down.
  addEventListener('change', event => isHeld(event.target) && stop(event), true);
  addEventListener('submit', event => {
    const held = [...event.target.elements].find(isHeld);
    if (!held)
      return;
    event.preventDefault();
    stop(event);
    held.focus();
  }, true);
  // Its form knows nothing of the text, and would think itself empty.
  document.addEventListener('keydown', event => event.key === 'Escape' && isHeld(event.target) && stop(event));
  addEventListener('beforeunload', event => {
    if ([...document.querySelectorAll('textarea, input')].some(isHeld))
      event.preventDefault();
  });
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('[data-longest]').forEach(look));
}

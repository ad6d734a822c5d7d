// What is typed into a field marked data-draft and not stored: kept as the outbox keeps answers, put back once the field is there again, and
// told to the planner until it is stored or given up. A field's key is "row/thing/field": all fields of a thing are kept, told of and given
// up together.
import { newId } from './outbox.js';

const thingOf = key => key.slice(0, key.lastIndexOf('/'));

// As if it were typed, so that the circuit learns of it.
export function announce(field) {
  for (const kind of ['input', 'change'])
    field.dispatchEvent(new Event(kind, { bubbles: true }));
}

export class Drafts {
  // place: where the fields come and go. changed(): which things are told of has changed.
  constructor({ outbox, place, changed }) {
    Object.assign(this, { outbox, changed });
    this.kept = new Map();
    this.returned = new Set();
    this.firstValues = new WeakMap();
    this.seen = new WeakSet();
    for (const kind of ['input', 'change'])
      place.addEventListener(kind, event => this.#typed(event.target));
    new MutationObserver(() => this.fill()).observe(place, { childList: true, subtree: true });
  }

  // Things of which the page shows no field now, or which an earlier page left.
  waiting() {
    const things = [...new Set([...this.kept.keys()].map(thingOf))];
    return things.map(thing => ({ thing, code: thing.split('/')[0], isShown: document.querySelector(`[data-draft^="${CSS.escape(thing)}/"]`) !== null }))
      .filter(({ thing, isShown }) => !isShown || this.returned.has(thing));
  }

  // Stored, or given up.
  settle(thing) {
    for (const [key, { id }] of this.kept)
      if (thingOf(key) === thing) {
        this.outbox.drop(id);
        this.kept.delete(key);
      }
    this.returned.delete(thing);
    this.changed();
  }

  // Entries that another page left, oldest first. Those of a thing that is being typed here too are kept for the page after this one.
  restore(entries) {
    const typedHere = new Set([...this.kept.keys()].map(thingOf));
    for (const entry of entries.filter(({ key }) => !typedHere.has(thingOf(key)))) {
      if (this.kept.has(entry.key))
        this.outbox.drop(this.kept.get(entry.key).id);
      this.kept.set(entry.key, entry);
      this.returned.add(thingOf(entry.key));
      this.seen.delete(document.querySelector(`[data-draft="${CSS.escape(entry.key)}"]`));
    }
    this.fill();
  }

  // From now on somebody hears what is put into a field.
  attach() {
    this.isHeard = true;
    this.fill();
  }

  fill() {
    if (!this.isHeard)
      return;
    for (const field of document.querySelectorAll('[data-draft]')) {
      if (this.seen.has(field))
        continue;
      this.seen.add(field);
      const draft = this.kept.get(field.dataset.draft);
      if (!draft)
        this.firstValues.set(field, field.value);
      else if (field.value !== draft.value)
        this.#put(field, draft.value);
    }
    this.changed();
  }

  #put(field, value) {
    field.value = value;
    announce(field);
  }

  #typed(field) {
    const key = field.dataset?.draft;
    if (!key)
      return;
    const before = this.kept.get(key);
    if (before?.value === field.value)
      return;
    if (this.firstValues.get(field) === field.value) {
      if (before)
        this.outbox.drop(before.id);
      this.kept.delete(key);
      return;
    }
    const draft = { id: before?.id ?? newId(), key, value: field.value, made: Date.now() };
    this.kept.set(key, draft);
    this.outbox.keep(draft);
  }
}

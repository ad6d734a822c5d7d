// What the planner answers, row by row: shown at once, kept in the outbox, sent until the server has acknowledged it.
import { newId } from './outbox.js';

export const same = (a, b) =>
  a.state === b.state && a.level === b.level && a.confidence === b.confidence && a.rationale === b.rationale;

const answerOf = ({ state, level, confidence, rationale }) => ({ state, level, confidence, rationale });

const FirstPause = 1000, LongestPause = 15000, SignedOutPause = 3000, LongestAnswer = 10000;

export class Answers {
  // rows: code -> { facts, mine, state, why }. changed(row): something that the row shows is another now.
  constructor({ outbox, account, assessment, address, words, changed }) {
    Object.assign(this, { outbox, account, assessment, address, words, changed });
    this.rows = new Map();
    this.sending = false;
    this.pause = 0;
    this.trouble = null;
    this.newest = 0;
  }

  // Facts from the server: another's change, or the planner's own, seen by the server's page.
  take(facts) {
    const row = this.rows.get(facts.code) ?? { code: facts.code, mine: null, state: '', why: '' };
    const known = row.facts?.stored;
    row.facts = known && known.version > facts.stored.version ? { ...facts, stored: known } : facts;
    // Somebody else's; or the planner's own of another window, or carried over.
    if (!row.mine && known && known.version < facts.stored.version)
      row.state = facts.isOwn ? 'saved' : 'theirs';
    this.rows.set(facts.code, row);
    this.changed(row);
  }

  // The answer that a row shows: the planner's own until it is stored or given up.
  shown = row => row.mine?.answer ?? answerOf(row.facts.stored);

  unsaved = () => [...this.rows.values()].filter(row => row.mine);

  // pause: milliseconds until it is sent, for a text that is being typed.
  answer(row, answer, pause = 0) {
    if (same(answer, this.shown(row)) && row.state !== 'not-saved')
      return;
    const due = performance.now() + pause;
    if (row.mine && !row.mine.sent && pause > 0 && row.mine.typed) {
      // Still the same change: nobody has seen it yet.
      Object.assign(row.mine, { answer, due });
    } else {
      // What was sent may have been stored: it is asked about again before what follows it.
      if (row.mine?.sent)
        (row.before ??= []).push(row.mine);
      else if (row.mine)
        this.outbox.drop(row.mine.id);
      this.newest = Math.max(this.newest + 1, Date.now());
      row.mine = { id: newId(), code: row.code, answer, base: row.mine?.base ?? row.facts.stored.version, made: this.newest, due, typed: pause > 0 };
    }
    if (row.state !== 'conflict')
      [row.state, row.why] = ['saving', ''];
    this.#keep(row.mine);
    this.changed(row);
    this.send();
  }

  // What was typed is sent now.
  hurry() {
    for (const { mine } of this.unsaved())
      mine.due = 0;
    this.send();
  }

  giveUp(row) {
    this.#drop(row);
    this.#takeUp(row);
    this.send();
  }

  #drop(row) {
    for (const { id } of [...(row.before ?? []), row.mine])
      this.outbox.drop(id);
    delete row.before;
    [row.mine, row.state, row.why] = [null, '', ''];
    this.changed(row);
  }

  // Over the answer that the conflict showed.
  insist(row, rationale = row.mine.answer.rationale) {
    const answer = { ...row.mine.answer, rationale };
    this.#drop(row);
    if (same(answer, this.shown(row))) {
      this.changed(row);
      return;
    }
    this.answer(row, answer);
  }

  again(row) {
    row.state = 'saving';
    this.pause = 0;
    this.changed(row);
    this.send();
  }

  // Entries that another page left, oldest first: the last of each row is what is shown, once the row has no change of this page.
  restore(entries) {
    for (const entry of entries) {
      const row = this.rows.get(entry.code);
      if (!row) {
        this.outbox.drop(entry.id);
        continue;
      }
      this.newest = Math.max(this.newest, entry.made);
      (row.left ??= []).push({ ...entry, due: 0, typed: false });
    }
    for (const row of this.rows.values())
      this.#takeUp(row);
    this.send();
  }

  #takeUp(row) {
    if (row.mine || !row.left)
      return;
    [row.mine, row.before, row.state] = [row.left.pop(), row.left, 'saving'];
    delete row.left;
    if (row.before.length === 0)
      delete row.before;
    this.changed(row);
  }

  async #keep(change) {
    const { due, typed, sent, ...entry } = change;
    if (!await this.outbox.keep(entry))
      this.changed(this.rows.get(change.code));
  }

  #next() {
    const waiting = [...this.rows.values()].filter(row => row.mine && row.state === 'saving').map(row => row.before?.[0] ?? row.mine);
    return waiting.sort((a, b) => a.due - b.due || a.made - b.made)[0];
  }

  async send() {
    this.asked = true;
    if (this.sending)
      return;
    this.sending = true;
    try {
      // Asked for again while it was about to end, too.
      while (this.asked) {
        this.asked = false;
        await this.#sendAll();
      }
    } finally {
      this.sending = false;
    }
  }

  async #sendAll() {
    for (let change = this.#next(); change; change = this.#next()) {
      const wait = change.due - performance.now();
      if (wait > 0) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.send(), wait);
        return;
      }
      change.sent = true;
      const reply = await this.#post(change);
      if (!reply) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.send(), this.pause);
        return;
      }
      this.#settle(this.rows.get(change.code), change, reply);
    }
  }

  // The server's word on a change; null while there is none, and it has to be sent again.
  async #post(change) {
    let trouble = this.words.noConnection;
    try {
      const { answer, base, id, code } = change;
      const response = await fetch(this.address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ account: this.account, assessment: this.assessment, indicator: code, ...answer, base, change: id }),
        redirect: 'manual',
        signal: AbortSignal.timeout(LongestAnswer),
        keepalive: answer.rationale.length < 10000,
      });
      if (response.ok) {
        const reply = await response.json();
        this.#tell(null);
        this.pause = 0;
        return reply;
      }
      if (response.status === 413 || response.status === 400) {
        this.#tell(null);
        return { outcome: 'refused', why: response.status === 413 ? this.words.tooLong : await response.text() };
      }
      trouble = response.status === 409 ? this.words.otherAccount
        : response.status === 401 || response.type === 'opaqueredirect' ? this.words.signedOut : this.words.serverFault;
    } catch (fault) {
      // fetch says no more of a connection that failed or hangs; anything else is ours.
      if (!(fault instanceof TypeError) && fault.name !== 'TimeoutError')
        throw fault;
    }
    this.pause = trouble === this.words.signedOut || trouble === this.words.otherAccount ? SignedOutPause
      : Math.min(LongestPause, Math.max(FirstPause, this.pause * 2));
    this.#tell(trouble);
    return null;
  }

  #tell(trouble) {
    if (this.trouble === trouble)
      return;
    this.trouble = trouble;
    for (const row of this.unsaved())
      this.changed(row);
  }

  #settle(row, change, reply) {
    const isLast = row.mine === change;
    if (row.before?.[0] === change && row.before.shift() && row.before.length === 0)
      delete row.before;
    if (reply.stored && reply.stored.version >= row.facts.stored.version)
      row.facts = { ...row.facts, stored: reply.stored };
    const isSame = reply.outcome === 'conflict' && same(answerOf(reply.stored), change.answer);
    if (reply.outcome === 'saved' || isSame) {
      this.outbox.drop(change.id);
      if (isLast) {
        [row.mine, row.state, row.why] = [null, 'saved', ''];
      } else {
        // What follows it was answered upon it, and has not seen what others saved after it.
        row.mine.base = isSame ? reply.stored.version : reply.version;
        if (row.before)
          row.before[0].base = row.mine.base;
        this.#keep(row.mine);
      }
    } else {
      // The last answer of the row is the one to decide on; it is kept until then.
      for (const older of [...(row.before ?? []), ...(isLast ? [] : [change])])
        this.outbox.drop(older.id);
      delete row.before;
      // It is known not to be stored.
      row.mine.sent = false;
      [row.state, row.why] = reply.outcome === 'conflict' ? ['conflict', ''] : ['not-saved', reply.why];
    }
    this.changed(row);
    this.#takeUp(row);
  }
}

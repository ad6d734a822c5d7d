// What stands directly under a row, as rows of their own: two answers to choose from, and the question why an indicator does not apply.
import { answerText, text } from './words.js';

export class Under {
  constructor(grid) {
    this.grid = grid;
  }

  #extra(line, name, isShown) {
    let extra = line.querySelector(`.extra-${name}`);
    if (!isShown) {
      extra?.remove();
      return null;
    }
    if (!extra) {
      extra = document.getElementById(`${name}-template`).content.firstElementChild.cloneNode(true);
      extra.classList.add(`extra-${name}`);
      // Above the detail, which a narrow page has under the row too.
      line.querySelector('.line').after(extra);
      (name === 'conflict' ? this.#readyConflict : this.#readyReason).call(this, extra, this.grid.row(line.dataset.indicator));
    }
    return extra;
  }

  // ---- two answers to choose from

  drawConflict(line, row) {
    const extra = this.#extra(line, 'conflict', row.state === 'conflict');
    if (!extra)
      return;
    const { words } = this.grid, { stored } = row.facts, { answer } = row.mine;
    const put = (name, value) => { extra.querySelector(`[data-put=${name}]`).textContent = value; };
    put('told', stored.version > 0 ? text(words.conflictBy, stored.by, stored.time) : words.conflictRemoved);
    put('theirs', stored.text);
    put('theirs-why', stored.rationale);
    put('mine', answerText(words, answer));
    put('mine-why', answer.rationale);
    extra.querySelector('[data-do=both]').hidden = !stored.rationale || !answer.rationale || stored.rationale === answer.rationale;
  }

  #readyConflict(extra, row) {
    const { grid } = this;
    const act = (what, deed) => extra.querySelector(`[data-do=${what}]`).addEventListener('click', deed);
    const decide = rationale => {
      grid.answers.insist(row, rationale);
      grid.go(row.code);
    };
    act('theirs', () => grid.giveUp(row));
    act('mine', () => decide(row.mine.answer.rationale));
    act('both', () => decide(`${row.facts.stored.rationale}\n\n${row.mine.answer.rationale}`));
  }

  // ---- why it does not apply

  askReason(row, reason) {
    const extra = this.#extra(this.grid.lines.get(row.code), 'reason', true), field = extra.querySelector('textarea');
    row.reason ??= reason;
    field.value = row.reason;
    field.dispatchEvent(new Event('written', { bubbles: true }));
    field.focus();
  }

  #readyReason(extra, row) {
    const { grid } = this, field = extra.querySelector('textarea');
    extra.querySelector('label span').textContent = text(grid.words.whyNot, row.code);
    field.addEventListener('input', () => this.#keepReason(row, field.value));
    const leave = () => {
      this.#endReason(row);
      grid.go(row.code);
    };
    const save = () => {
      if (!field.value.trim())
        return;
      this.#endReason(row);
      grid.do(row, { state: 'not-applicable', level: null, confidence: 'unstated', rationale: field.value.trim() });
      grid.go(row.code);
    };
    extra.querySelector('[data-do=save]').addEventListener('click', save);
    extra.querySelector('[data-do=cancel]').addEventListener('click', leave);
    extra.addEventListener('keydown', event => {
      if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) {
        event.preventDefault();
        (event.key === 'Escape' ? leave : save)();
      }
      event.stopPropagation();
    });
  }

  // Typed and not saved: it outlives the page as an answer would.
  #keepReason(row, reason) {
    row.reason = reason;
    this.grid.answers.outbox.keep({ id: `reason-${row.code}`, code: row.code, reason, made: Date.now() });
  }

  #endReason(row) {
    delete row.reason;
    this.grid.answers.outbox.drop(`reason-${row.code}`);
    this.#extra(this.grid.lines.get(row.code), 'reason', false);
  }

  isTyped = () => [...this.grid.answers.rows.values()].some(row => (row.reason ?? '').trim() !== '' && row.reason !== this.grid.answers.shown(row).rationale);
}

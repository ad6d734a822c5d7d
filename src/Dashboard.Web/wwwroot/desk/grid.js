// The rows of the scoring page: where the planner is and what they answer there, without asking the server.
import { Detail } from './detail.js';
import { listenToKeys } from './keys.js';
import { drawAnswer, drawState } from './row.js';
import { Steps } from './steps.js';
import { Under } from './under.js';
import { text } from './words.js';

export class Grid {
  constructor({ answers, words, scale, tell, look }) {
    Object.assign(this, { answers, words, scale, tell, look });
    this.root = document.getElementById('grid');
    this.lines = new Map([...this.root.querySelectorAll('[data-indicator]')].map(line => [line.dataset.indicator, line]));
    this.order = [...this.lines.keys()];
    this.current = null;
    this.steps = new Steps();
    this.detail = new Detail(this);
    this.under = new Under(this);
    this.#listen();
    listenToKeys(this);
  }

  row = code => this.answers.rows.get(code);

  get line() { return this.lines.get(this.current); }

  // ---- drawing

  draw(row) {
    const line = this.lines.get(row.code), { words, tell } = this;
    drawAnswer(line, row, this.answers.shown(row), words);
    drawState(line.querySelector('.row-state'), row, { words, tell, trouble: this.answers.trouble, retry: () => this.answers.again(row), giveUp: () => this.giveUp(row) });
    this.under.drawConflict(line, row);
    if (row.code === this.current)
      this.detail.draw();
  }

  drawPeople(people) {
    const said = (names, one, several) => names.length ? text(names.length === 1 ? one : several, names.join(' · ')) : '';
    const names = new Map();
    for (const { name, indicator } of people)
      names.set(indicator, [...(names.get(indicator) ?? []), name]);
    for (const [code, line] of this.lines) {
      const here = line.querySelector('.here'), who = [...new Set(names.get(code) ?? [])];
      here.textContent = said(who, this.words.here, this.words.peopleHere);
      here.hidden = who.length === 0;
    }
    const all = [...new Set(people.map(person => person.name))];
    document.getElementById('people').textContent = said(all, this.words.onePerson, this.words.people);
  }

  // ---- the indicator that is worked on

  go(code, { cell = null, focus = true, scroll = true } = {}) {
    if (code !== this.current) {
      this.line?.classList.remove('current');
      this.detail.leave();
      this.current = code;
      this.line.classList.add('current');
      this.#markArea();
      this.detail.come();
      this.answers.hurry();
      this.look(code);
    }
    if (focus) {
      this.toCell(cell ?? 0);
      return;
    }
    if (!this.line.contains(this.root.querySelector('[tabindex="0"]')))
      this.#rove(this.#cells()[0]);
    if (scroll)
      this.line.scrollIntoView({ block: this.line.offsetHeight > innerHeight / 2 ? 'start' : 'center' });
  }

  move(by) {
    const to = this.order[this.order.indexOf(this.current) + by], cell = this.#column();
    if (to)
      this.go(to, { cell });
  }

  moveArea(by) {
    const areas = [...new Set(this.order.map(code => this.lines.get(code).dataset.area))];
    const to = areas[areas.indexOf(this.line.dataset.area) + by];
    if (to)
      this.toArea(to);
  }

  toArea = area => this.go(this.order.find(code => this.lines.get(code).dataset.area === area));

  moveCell = by => this.toCell(this.#column() + by);

  toCell(index) {
    const cells = this.#cells(), cell = cells[Math.max(0, Math.min(index, cells.length - 1))];
    this.#rove(cell);
    cell.focus();
  }

  #cells = () => [...this.line.querySelectorAll('[data-cell]')];

  #column = () => Math.max(0, this.#cells().findIndex(cell => cell.contains(document.activeElement)));

  // One stop for the tabulator in the whole grid: where the planner is.
  #rove(cell) {
    this.root.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    cell.tabIndex = 0;
  }

  #markArea() {
    const { area } = this.line.dataset;
    for (const link of document.querySelectorAll('[data-area-link]'))
      if (link.dataset.areaLink === area)
        link.setAttribute('aria-current', 'true');
      else
        link.removeAttribute('aria-current');
    document.getElementById('area-choice').value = area;
  }

  // ---- answering

  // What cannot be answered says so instead of doing nothing.
  #isOpen(row) {
    if (!row.facts.isOpen)
      this.tell(text(this.words.closed, row.code), true);
    return row.facts.isOpen;
  }

  do(row, answer, pause = 0) {
    if (!this.#isOpen(row))
      return;
    const before = this.answers.shown(row);
    // Nobody makes an answer one that was carried over: it is confirmed or another, and stays so.
    if (before.state !== 'carried')
      this.steps.add(row.code, before, answer, pause > 0);
    this.answers.answer(row, answer, pause);
  }

  level(row, level) {
    const { confidence, rationale } = this.answers.shown(row);
    this.do(row, { state: 'scored', level, confidence, rationale });
  }

  state(row, state) {
    if (!this.#isOpen(row))
      return;
    if (state === 'not-applicable')
      this.askReason(row, this.answers.shown(row).rationale);
    else
      this.do(row, { state, level: null, confidence: 'unstated', rationale: this.answers.shown(row).rationale });
  }

  confidence(row, confidence) {
    const answer = this.answers.shown(row);
    if (answer.state === 'scored')
      this.do(row, { ...answer, confidence: confidence ?? { unstated: 'low', low: 'moderate', moderate: 'high', high: 'low' }[answer.confidence] });
    else if (this.#isOpen(row))
      this.tell(text(this.words.levelFirst, row.code), true);
  }

  giveUp(row) {
    this.answers.giveUp(row);
    this.go(row.code);
  }

  askReason = (row, reason) => this.under.askReason(row, reason);

  isTyped = () => this.under.isTyped();

  undo = () => this.#step(this.steps.undo);

  redo = () => this.#step(this.steps.redo);

  #step(take) {
    const step = take(code => this.answers.shown(this.row(code)));
    if (!step)
      return;
    this.go(step.code, { cell: 0 });
    if (step.isOpen)
      this.answers.answer(this.row(step.code), step.answer);
    else
      this.tell(text(this.words.changedSince, step.code), true);
  }

  // ---- listening

  #listen() {
    let isPointing = false;
    this.root.addEventListener('pointerdown', () => { isPointing = true; });
    const codeOf = event => event.target.closest?.('[data-indicator]')?.dataset.indicator;
    // What moved under the pointer was not clicked: the planner is where they pressed all the same.
    addEventListener('pointerup', () => setTimeout(() => {
      isPointing = false;
      const code = codeOf({ target: document.activeElement });
      if (code && code !== this.current)
        this.go(code, { focus: false, scroll: false });
    }));
    addEventListener('pointercancel', () => { isPointing = false; });
    // By a pointer only once it is up: what moves under it meanwhile would be hit instead.
    this.root.addEventListener('focusin', event => {
      const code = codeOf(event);
      if (code && !isPointing)
        this.go(code, { focus: false, scroll: false });
    });
    this.root.addEventListener('click', event => {
      const code = codeOf(event), button = event.target.closest('button');
      if (!code || event.target.closest('.extra, .detail'))
        return;
      if (code !== this.current || !button)
        this.go(code, { focus: !button, scroll: false });
      if (button?.dataset.level)
        this.level(this.row(code), Number(button.dataset.level));
      else if (button?.dataset.state)
        this.state(this.row(code), button.dataset.state);
      else if (button?.dataset.confidence)
        this.confidence(this.row(code), button.dataset.confidence);
      else if (button?.hasAttribute('data-evidence'))
        this.look(code, true);
    });
  }
}

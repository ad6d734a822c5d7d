// The rows of the scoring page: draws what is answered, and moves and answers by keys, without asking the server.
const Narrow = matchMedia('(max-width: 1100px)');
const TypingPause = 700;
const text = (words, ...values) => words.replace(/\{(\d)\}/g, (_, i) => values[i]);

export class Grid {
  constructor({ answers, words, scale, tell, look }) {
    Object.assign(this, { answers, words, scale, tell, look });
    this.root = document.getElementById('grid');
    this.detail = document.getElementById('detail');
    this.why = document.getElementById('why');
    this.lines = new Map([...this.root.querySelectorAll('[data-indicator]')].map(line => [line.dataset.indicator, line]));
    this.order = [...this.lines.keys()];
    this.undone = [];
    this.done = [];
    this.people = [];
    this.current = null;
    this.#listen();
  }

  row = code => this.answers.rows.get(code);

  get line() { return this.lines.get(this.current); }

  // ---- drawing

  draw(row) {
    const line = this.lines.get(row.code);
    const { facts } = row, answer = this.answers.shown(row), isScored = answer.state === 'scored';
    const press = (button, isPressed, isOpen = facts.isOpen) => {
      button.setAttribute('aria-pressed', isPressed);
      button.setAttribute('aria-disabled', !isOpen);
    };
    for (const button of line.querySelectorAll('[data-level]')) {
      press(button, isScored && answer.level === Number(button.dataset.level));
      button.classList.toggle('was', facts.was === Number(button.dataset.level));
      button.classList.toggle('carried', answer.state === 'carried' && answer.level === Number(button.dataset.level));
    }
    for (const button of line.querySelectorAll('[data-state]')) {
      press(button, answer.state === button.dataset.state);
      button.classList.toggle('carried', answer.state === 'carried' && answer.level === null && button.dataset.state === 'not-applicable');
    }
    for (const button of line.querySelectorAll('[data-confidence]'))
      press(button, isScored && answer.confidence === button.dataset.confidence, facts.isOpen && isScored);
    line.classList.toggle('is-withheld', facts.isWithheld);
    line.querySelector('.withheld').hidden = !facts.isWithheld;
    const median = line.querySelector('.median');
    median.hidden = facts.medianAt === null;
    median.style.setProperty('--at', `${facts.medianAt ?? 0}%`);
    line.querySelector('.was-text').textContent = facts.wasText ?? '';
    line.querySelector('.median-text').textContent = facts.medianText ?? '';
    line.querySelector('.own-mark').textContent = facts.mark ?? '';
    line.querySelector('[data-evidence] b').textContent = facts.evidence;
    line.querySelector('.summary').textContent = this.#summary(answer, facts);
    this.#drawState(line.querySelector('.row-state'), row);
    this.#drawConflict(line, row);
    if (row.code === this.current)
      this.#drawDetail();
  }

  #summary(answer, facts) {
    const words = [answer.state === 'scored' ? this.words.confidence[answer.confidence] : this.words.states[answer.state]];
    if (facts.evidence > 0)
      words.push(text(this.words.evidence, facts.evidence));
    return words.join(' · ');
  }

  #drawState(place, row) {
    const { trouble } = this.answers, { stored } = row.facts;
    const state = row.state === 'saving' && trouble ? 'waiting' : row.state;
    const said = {
      '': '', saving: this.words.saving, saved: `✓ ${text(this.words.saved, stored.time)}`, conflict: this.words.conflict,
      theirs: text(this.words.savedBy, stored.by, stored.time), waiting: text(this.words.notYet, trouble), 'not-saved': `✕ ${text(this.words.notSaved, row.why)}`,
    }[state];
    place.className = `row-state is-${state === 'waiting' ? 'not-saved' : state || 'unchanged'}`;
    if (place.dataset.said === said)
      return;
    place.dataset.said = said;
    place.replaceChildren(said);
    if (state === 'not-saved')
      place.append(' ', this.#link(this.words.retry, () => this.answers.again(row)), ' ', this.#link(this.words.giveUp, () => this.#giveUp(row)));
    if (state === 'waiting' && (trouble === this.words.signedOut || trouble === this.words.otherAccount)) {
      const way = Object.assign(document.createElement('a'), { href: this.words.signInAddress, target: '_blank', textContent: this.words.signIn });
      place.append(' ', way);
    }
    if (state === 'conflict' || state === 'not-saved' || state === 'waiting')
      this.tell(`${row.code}: ${said}`, true);
    else if (state === 'saved' || state === 'theirs')
      this.tell(`${row.code}: ${stored.text}. ${said}`);
  }

  #link(label, act) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: label, tabIndex: -1 });
    button.addEventListener('click', act);
    return button;
  }

  #giveUp(row) {
    this.answers.giveUp(row);
    this.#come(row.code);
  }

  // Under the row, as a row of its own.
  #extra(line, name, isShown) {
    let extra = line.querySelector(`.extra-${name}`);
    if (!isShown) {
      extra?.remove();
      return null;
    }
    if (!extra) {
      extra = document.getElementById(`${name}-template`).content.firstElementChild.cloneNode(true);
      extra.classList.add(`extra-${name}`);
      line.append(extra);
      this.#ready(extra, name, line.dataset.indicator);
    }
    return extra;
  }

  #ready(extra, name, code) {
    const row = this.row(code);
    const act = (what, deed) => extra.querySelector(`[data-do=${what}]`).addEventListener('click', deed);
    if (name === 'conflict') {
      act('theirs', () => this.#giveUp(row));
      act('mine', () => this.#decide(row, row.mine.answer.rationale));
      act('both', () => this.#decide(row, `${row.facts.stored.rationale}\n\n${row.mine.answer.rationale}`));
      return;
    }
    const field = extra.querySelector('textarea');
    extra.querySelector('label span').textContent = text(this.words.whyNot, code);
    field.addEventListener('input', () => this.#keepReason(row, field.value));
    const save = () => {
      if (!field.value.trim())
        return;
      this.#endReason(row);
      this.do(row, { state: 'not-applicable', level: null, confidence: 'unstated', rationale: field.value.trim() });
      this.#come(code);
    };
    const leave = () => {
      this.#endReason(row);
      this.#come(code);
    };
    act('save', save);
    act('cancel', leave);
    extra.addEventListener('keydown', event => {
      if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) {
        event.preventDefault();
        (event.key === 'Escape' ? leave : save)();
      }
      event.stopPropagation();
    });
  }

  #decide(row, rationale) {
    this.answers.insist(row, rationale);
    this.#come(row.code);
  }

  #drawConflict(line, row) {
    const extra = this.#extra(line, 'conflict', row.state === 'conflict');
    if (!extra)
      return;
    const { stored } = row.facts, { answer } = row.mine;
    const put = (name, value) => { extra.querySelector(`[data-put=${name}]`).textContent = value; };
    put('told', stored.version > 0 ? text(this.words.conflictBy, stored.by, stored.time) : this.words.conflictRemoved);
    put('theirs', stored.text);
    put('theirs-why', stored.rationale);
    put('mine', this.#answerText(answer));
    put('mine-why', answer.rationale);
    extra.querySelector('[data-do=both]').hidden = !stored.rationale || !answer.rationale || stored.rationale === answer.rationale;
  }

  #answerText = answer => answer.state === 'scored'
    ? text(this.words.levelWith, answer.level, this.words.confidence[answer.confidence]) : this.words.states[answer.state];

  drawPeople(people) {
    this.people = people;
    const names = new Map();
    for (const { name, indicator } of people)
      names.set(indicator, [...(names.get(indicator) ?? []), name]);
    for (const [code, line] of this.lines) {
      const here = line.querySelector('.here'), who = [...new Set(names.get(code) ?? [])].join(', ');
      here.textContent = who && text(this.words.here, who);
      here.hidden = !who;
    }
    const count = new Set(people.map(person => person.name)).size;
    const all = document.getElementById('people');
    all.textContent = count ? text(count === 1 ? this.words.onePerson : this.words.people, [...new Set(people.map(person => person.name))].join(', ')) : '';
  }

  // ---- the indicator that is worked on

  go(code, { cell = null, focus = true, scroll = true } = {}) {
    if (code !== this.current) {
      this.line?.classList.remove('current');
      this.#guide()?.setAttribute('hidden', '');
      this.current = code;
      this.line.classList.add('current');
      this.#markArea();
      this.#guide().removeAttribute('hidden');
      this.#placeDetail();
      this.#drawDetail();
      this.answers.hurry();
      this.look(code);
    }
    if (focus) {
      this.#focus(cell ?? 0);
      return;
    }
    if (!this.line.contains(this.root.querySelector('[tabindex="0"]')))
      this.#rove(this.#cells()[0]);
    if (scroll)
      this.line.scrollIntoView({ block: 'center' });
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

  // Back to the row after something was decided under it.
  #come(code) {
    this.go(code);
  }

  #guide = () => document.getElementById(`guide-${this.current}`);

  #placeDetail() {
    const place = document.getElementById('detail-place');
    if (!Narrow.matches) {
      place.append(this.detail);
      this.under?.remove();
      return;
    }
    // Under its row, as a row of its own.
    this.under ??= document.getElementById('under-template').content.firstElementChild.cloneNode(true);
    this.under.firstElementChild.append(this.detail);
    this.line.append(this.under);
  }

  #drawDetail() {
    const row = this.row(this.current), answer = this.answers.shown(row);
    for (const button of this.#guide().querySelectorAll('[data-level]')) {
      button.setAttribute('aria-pressed', answer.state === 'scored' && answer.level === Number(button.dataset.level));
      button.disabled = !row.facts.isOpen;
    }
    const next = this.#guide().querySelector('.next');
    const above = answer.state === 'scored' && this.#guide().querySelector(`[data-level="${answer.level + 1}"] span`);
    next.textContent = above ? text(this.words.next, above.textContent) : '';
    this.why.parentElement.hidden = row.facts.isWithheld;
    this.why.readOnly = !row.facts.isOpen;
    if (this.why.value !== answer.rationale)
      this.why.value = answer.rationale;
  }

  #cells = () => [...this.line.querySelectorAll('[data-cell]')];

  #focus(index) {
    const cells = this.#cells(), cell = cells[Math.max(0, Math.min(index, cells.length - 1))];
    this.#rove(cell);
    cell.focus();
  }

  // One stop for the tabulator in the whole grid: where the planner is.
  #rove(cell) {
    this.root.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    cell.tabIndex = 0;
  }

  // ---- answering

  do(row, answer, pause = 0) {
    if (!row.facts.isOpen)
      return;
    const before = this.answers.shown(row), last = this.done.at(-1);
    if (pause > 0 && last?.code === row.code && last.typed)
      last.after = answer;
    else
      this.done.push({ code: row.code, before, after: answer, typed: pause > 0 });
    this.undone = [];
    this.answers.answer(row, answer, pause);
  }

  level(row, level) {
    const { confidence, rationale } = this.answers.shown(row);
    this.do(row, { state: 'scored', level, confidence, rationale });
  }

  state(row, state) {
    if (!row.facts.isOpen)
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
  }

  askReason(row, reason) {
    const extra = this.#extra(this.lines.get(row.code), 'reason', true), field = extra.querySelector('textarea');
    row.reason ??= reason;
    field.value = row.reason;
    field.focus();
  }

  // Typed and not saved: it outlives the page as an answer would.
  #keepReason(row, reason) {
    row.reason = reason;
    this.answers.outbox.keep({ id: `reason-${row.code}`, code: row.code, reason, made: Date.now() });
  }

  #endReason(row) {
    delete row.reason;
    this.answers.outbox.drop(`reason-${row.code}`);
    this.#extra(this.lines.get(row.code), 'reason', false);
  }

  isTyped = () => this.order.some(code => (this.row(code).reason ?? '').trim() !== '' && this.row(code).reason !== this.answers.shown(this.row(code)).rationale);

  // Takes the last step back, or forth again, where nobody has answered since.
  step(from, to, [now, then]) {
    const step = from.pop();
    if (!step)
      return;
    const row = this.row(step.code);
    this.go(step.code, { cell: 0 });
    const shown = this.answers.shown(row);
    if (['state', 'level', 'confidence', 'rationale'].some(part => shown[part] !== step[now][part])) {
      this.tell(text(this.words.changedSince, step.code), true);
      return;
    }
    to.push({ ...step, typed: false });
    this.answers.answer(row, step[then]);
  }

  undo = () => this.step(this.done, this.undone, ['after', 'before']);

  redo = () => this.step(this.undone, this.done, ['before', 'after']);

  // ---- listening

  #listen() {
    let isPointing = false;
    this.root.addEventListener('pointerdown', () => { isPointing = true; });
    addEventListener('pointerup', () => setTimeout(() => { isPointing = false; }));
    addEventListener('pointercancel', () => { isPointing = false; });
    const codeOf = event => event.target.closest?.('[data-indicator]')?.dataset.indicator;
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
    this.detail.addEventListener('click', event => {
      const button = event.target.closest('.guide [data-level]');
      if (button)
        this.level(this.row(this.current), Number(button.dataset.level));
    });
    this.why.addEventListener('input', () => {
      const row = this.row(this.current);
      this.do(row, { ...this.answers.shown(row), rationale: this.why.value }, TypingPause);
    });
    this.why.addEventListener('change', () => this.answers.hurry());
    this.root.addEventListener('keydown', event => this.#key(event));
    Narrow.addEventListener('change', () => this.current && this.#placeDetail());
  }

  #key(event) {
    if (event.target.closest('input, textarea, select, .detail, .extra') || event.altKey || event.isComposing)
      return;
    const row = this.row(this.current);
    if (!row)
      return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey) {
      const deed = { z: event.shiftKey ? this.redo : this.undo, y: this.redo, Home: () => this.go(this.order[0]), End: () => this.go(this.order.at(-1)) }[key];
      if (deed) {
        event.preventDefault();
        deed();
      }
      return;
    }
    // On some keyboards a digit needs Shift: there its key counts without it too.
    const digit = /^[0-9]$/.test(key) ? key : event.shiftKey ? null : /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
    if (digit !== null && digit !== undefined) {
      event.preventDefault();
      if (row.reason === undefined && digit >= this.scale.minimum && digit <= this.scale.maximum)
        this.level(row, Number(digit));
      return;
    }
    const deed = {
      ArrowUp: () => this.#move(-1), ArrowDown: () => this.#move(1),
      ArrowLeft: () => this.#focus(this.#column() - 1), ArrowRight: () => this.#focus(this.#column() + 1),
      Home: () => this.#focus(0), End: () => this.#focus(Infinity),
      PageUp: () => this.#moveArea(-1), PageDown: () => this.#moveArea(1),
      e: () => this.look(row.code, true),
      ...(row.reason === undefined && {
        n: () => this.state(row, 'not-assessed'), x: () => this.state(row, 'not-applicable'), c: () => this.confidence(row),
      }),
    }[key];
    if (deed) {
      event.preventDefault();
      deed();
    }
  }

  #column = () => Math.max(0, this.#cells().findIndex(cell => cell.contains(document.activeElement)));

  #move(by) {
    const to = this.order[this.order.indexOf(this.current) + by], cell = this.#column();
    if (to)
      this.go(to, { cell });
  }

  #moveArea(by) {
    const areas = [...new Set(this.order.map(code => this.lines.get(code).dataset.area))];
    const to = areas[areas.indexOf(this.line.dataset.area) + by];
    if (to)
      this.go(this.order.find(code => this.lines.get(code).dataset.area === to));
  }
}

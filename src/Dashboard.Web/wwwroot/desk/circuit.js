// The page's way to its circuit. While the connection is lost nothing is sent into it: Blazor would throw where nobody can catch it. And a
// network that is cut in silence swallows what is sent until somebody notices, so that all that is typed behind a row is told again once
// the connection is back.
import { announce } from './drafts.js';

const Drawn = '[data-circuit]';

// How long a network can be cut before it is noticed, in milliseconds: the silence after which the connection counts as lost, and some.
const Unnoticed = 45000;

export class Circuit {
  // desk: holds all that the circuit draws. jump(code): to a row. refused(): a deed cannot be done now. turned(): the connection is lost, or back.
  // drawn(): what was asked for is there. doubted(): whether the last deed was done is not known.
  constructor({ desk, jump, refused, turned, drawn, doubted }) {
    Object.assign(this, { desk, jump, refused, turned, drawn, doubted });
    this.page = null;
    this.isLost = false;
    this.typed = new Set();
    this.chosen = new Map();
    this.deed = -Infinity;
    for (const kind of ['click', 'submit', 'input', 'change', 'keydown'])
      desk.addEventListener(kind, event => this.#hold(event));
    document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', ({ detail }) => {
      if (detail.state === 'hide') {
        this.#return();
      } else if (!this.isLost) {
        [this.isLost, this.lostAt] = [true, performance.now()];
        this.turned();
      }
    });
  }

  get isThere() { return this.page !== null && !this.isLost; }

  // row: the one behind which it draws at first.
  attach(page, row) {
    [this.page, this.isLost, this.seen] = [page, false, row];
  }

  async look(code, withEvidence = false) {
    if (!this.isThere)
      return;
    await this.call('Look', code, withEvidence);
    this.seen = code;
    this.drawn();
  }

  call = (method, ...values) => this.page.invokeMethodAsync(method, ...values);

  async #return() {
    this.isLost = false;
    const { page } = this;
    if (!page)
      return;
    try {
      // Its answer follows all that it drew meanwhile, so that what is told is told to the fields as they are then.
      await this.look(this.seen);
    } catch (fault) {
      // Blazor has made a new circuit for one that waited too long: it does not know this page yet, and attaches itself.
      console.warn(fault);
      if (this.page === page)
        this.page = null;
      return;
    }
    const unheard = since => this.lostAt - since < Unnoticed;
    const chosen = [...this.chosen].filter(([, since]) => unheard(since)).map(([field]) => field);
    for (const field of new Set([...this.desk.querySelectorAll('[data-draft]'), ...this.typed, ...chosen]))
      if (field.isConnected)
        announce(field);
    if (unheard(this.deed))
      this.doubted();
    this.typed.clear();
    this.chosen.clear();
    this.turned();
  }

  // What is chosen or done while nobody has noticed yet that the connection is gone.
  #note(target, type) {
    if (type === 'change' && target.matches('select, input[type="checkbox"]'))
      this.chosen.set(target, performance.now());
    else if (type === 'submit' || (type === 'click' && target.closest('button')))
      this.deed = performance.now();
  }

  // What would reach a circuit that is not there. Text stays typed; a deed is refused, for it would be done later without anybody expecting it.
  #hold(event) {
    const { target, type } = event;
    if (!this.isLost && target.closest(Drawn))
      this.#note(target, type);
    if (!this.isLost || !target.closest(Drawn) || (type === 'keydown' && !target.closest('form')))
      return;
    event.stopPropagation();
    if (type === 'input' || type === 'change')
      this.typed.add(target);
    const link = type === 'click' ? target.closest('a') : null, code = link && new URL(link.href).searchParams.get('at');
    if (type !== 'submit' && !code && !(type === 'click' && target.closest('button')))
      return;
    event.preventDefault();
    if (code)
      this.jump(code);
    else
      this.refused();
  }
}

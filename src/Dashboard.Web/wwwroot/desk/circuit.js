// The page's way to its circuit. While the connection is lost nothing is sent into it: Blazor would throw where nobody can catch it. And a
// network that is cut in silence swallows what is sent until somebody notices, so that all that is typed behind a row is told again once
// the connection is back.
import { announce } from './drafts.js';

const Drawn = '[data-circuit]';

export class Circuit {
  // desk: holds all that the circuit draws. jump(code): to a row. refused(): a deed cannot be done now. turned(): the connection is lost, or back.
  constructor({ desk, jump, refused, turned }) {
    Object.assign(this, { desk, jump, refused, turned });
    this.page = null;
    this.isLost = false;
    this.typed = new Set();
    for (const kind of ['click', 'submit', 'input', 'change', 'keydown'])
      desk.addEventListener(kind, event => this.#hold(event));
    document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', ({ detail }) => {
      if (detail.state === 'hide') {
        this.#return();
      } else if (!this.isLost) {
        this.isLost = true;
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
    for (const field of new Set([...this.desk.querySelectorAll('[data-draft]'), ...this.typed]))
      if (field.isConnected)
        announce(field);
    this.typed.clear();
    this.turned();
  }

  // What would reach a circuit that is not there. Text stays typed; a deed is refused, for it would be done later without anybody expecting it.
  #hold(event) {
    const { target, type } = event;
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

// What the planner did, to take it back and forth again.
const Parts = ['state', 'level', 'confidence', 'rationale'];

export class Steps {
  done = [];
  undone = [];

  // isTyped: a text that is being typed is one step.
  add(code, before, after, isTyped) {
    const last = this.done.at(-1);
    if (isTyped && last?.code === code && last.typed)
      last.after = after;
    else
      this.done.push({ code, before, after, typed: isTyped });
    this.undone = [];
  }

  // The step to be taken back, or forth again; undefined if there is none. shown(code): the answer that is shown now.
  undo = shown => this.#take(this.done, this.undone, ['after', 'before'], shown);

  redo = shown => this.#take(this.undone, this.done, ['before', 'after'], shown);

  // isOpen: nobody has answered since.
  #take(from, to, [now, then], shown) {
    const step = from.pop();
    if (!step)
      return undefined;
    const isOpen = Parts.every(part => shown(step.code)[part] === step[now][part]);
    if (isOpen)
      to.push({ ...step, typed: false });
    return { code: step.code, answer: step[then], isOpen };
  }
}

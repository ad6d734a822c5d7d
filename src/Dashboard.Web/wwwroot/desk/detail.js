// What lies behind the row that the planner is on: its levels in words, why one was chosen, and what the circuit shows. Beside the grid,
// or under its row on a narrow page.
import { text } from './words.js';

const Narrow = matchMedia('(max-width: 1100px)');
const TypingPause = 700;

export class Detail {
  constructor(grid) {
    this.grid = grid;
    this.place = document.getElementById('detail');
    this.why = document.getElementById('why');
    this.place.addEventListener('click', event => {
      const button = event.target.closest('.guide [data-level]');
      if (button)
        grid.level(grid.row(grid.current), Number(button.dataset.level));
    });
    this.why.addEventListener('input', () => {
      const row = grid.row(grid.current);
      grid.do(row, { ...grid.answers.shown(row), rationale: this.why.value }, TypingPause);
    });
    this.why.addEventListener('change', () => grid.answers.hurry());
    Narrow.addEventListener('change', () => grid.current && this.#stand());
  }

  #guide = () => document.getElementById(`guide-${this.grid.current}`);

  // The planner leaves the row that it shows; null at first.
  leave() {
    this.#guide()?.setAttribute('hidden', '');
  }

  come() {
    this.#guide().removeAttribute('hidden');
    this.#stand();
    this.draw();
  }

  #stand() {
    if (!Narrow.matches) {
      document.getElementById('detail-place').append(this.place);
      this.under?.remove();
      return;
    }
    // Under its row, as a row of its own.
    this.under ??= document.getElementById('under-template').content.firstElementChild.cloneNode(true);
    this.under.firstElementChild.append(this.place);
    this.grid.line.append(this.under);
  }

  draw() {
    const { grid } = this, row = grid.row(grid.current), answer = grid.answers.shown(row), guide = this.#guide();
    for (const button of guide.querySelectorAll('[data-level]')) {
      button.setAttribute('aria-pressed', answer.state === 'scored' && answer.level === Number(button.dataset.level));
      button.disabled = !row.facts.isOpen;
    }
    const above = answer.state === 'scored' && guide.querySelector(`[data-level="${answer.level + 1}"] span`);
    guide.querySelector('.next').textContent = above ? text(grid.words.next, above.textContent) : '';
    this.why.parentElement.hidden = row.facts.isWithheld;
    this.why.readOnly = !row.facts.isOpen;
    if (this.why.value !== answer.rationale)
      this.why.value = answer.rationale;
    this.why.dispatchEvent(new Event('written', { bubbles: true }));
  }
}

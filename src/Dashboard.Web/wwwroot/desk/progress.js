// How far the sheet is, beside its rows and above them.
import { text } from './words.js';

export function drawFigures({ code, figures }) {
  const place = document.querySelector(`[data-figures="${code}"]`);
  place.replaceChildren(...figures.map(figure => {
    const group = document.createElement('div'), name = document.createElement('dt'), value = document.createElement('dd');
    name.textContent = figure.name;
    if (figure.small)
      name.append(' ', Object.assign(document.createElement('small'), { textContent: figure.small }));
    Object.assign(value, { textContent: figure.value, className: figure.tone });
    group.append(name, value);
    return group;
  }));
}

// Whether the figures are older than the answers.
export function drawOwed(isOwed) {
  document.getElementById('desk').classList.toggle('is-owed', isOwed);
}

export function drawProgress(grid, answers, words) {
  let all = 0;
  for (const link of document.querySelectorAll('[data-area-link]')) {
    const rows = grid.order.map(grid.row).filter(row => grid.lines.get(row.code).dataset.area === link.dataset.areaLink);
    const done = rows.filter(row => row.facts.isWithheld || ['scored', 'not-applicable'].includes(row.facts.stored.state)).length;
    all += done;
    link.querySelector('.progress span').textContent = text(link.dataset.words, done, rows.length);
    link.querySelector('.progress').classList.toggle('done', done === rows.length);
    link.querySelector('.progress b').hidden = !rows.some(row => row.mine && (row.state !== 'saving' || answers.trouble));
    link.querySelector('.meter').style.setProperty('--share', `${100 * done / rows.length}%`);
  }
  const progress = document.getElementById('progress');
  if (progress)
    progress.textContent = text(words.answered, all, grid.order.length);
  const waiting = answers.unsaved().length;
  const note = document.getElementById('unsaved');
  note.hidden = waiting === 0 || !answers.trouble;
  note.textContent = text(words.unsaved, waiting, answers.trouble ?? '');
}

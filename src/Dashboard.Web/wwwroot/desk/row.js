// One row as it is shown: what is pressed, what was before, what became of its last change.
import { answerText, stateText, summaryText, text } from './words.js';

const link = (label, act) => {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: label, tabIndex: -1 });
  button.addEventListener('click', act);
  return button;
};

// What is drawn on a button is a part of its name too.
function name(button, { states, also }, isCarried) {
  button.dataset.name ??= button.getAttribute('aria-label') ?? button.textContent;
  button.setAttribute('aria-label', isCarried ? text(also, button.dataset.name, states.carried) : button.dataset.name);
  button.classList.toggle('carried', isCarried);
}

export function drawAnswer(line, { facts }, answer, words) {
  const isScored = answer.state === 'scored';
  const press = (button, isPressed, isOpen = facts.isOpen) => {
    button.setAttribute('aria-pressed', isPressed);
    button.setAttribute('aria-disabled', !isOpen);
  };
  for (const button of line.querySelectorAll('[data-level]')) {
    press(button, isScored && answer.level === Number(button.dataset.level));
    button.classList.toggle('was', facts.was === Number(button.dataset.level));
    name(button, words, answer.state === 'carried' && answer.level === Number(button.dataset.level));
  }
  for (const button of line.querySelectorAll('[data-state]')) {
    press(button, answer.state === button.dataset.state);
    name(button, words, answer.state === 'carried' && answer.level === null && button.dataset.state === 'not-applicable');
  }
  for (const button of line.querySelectorAll('[data-confidence]'))
    press(button, isScored && answer.confidence === button.dataset.confidence, facts.isOpen && isScored);
  line.classList.toggle('is-withheld', facts.isWithheld);
  line.querySelector('.withheld').hidden = !facts.isWithheld;
  const median = line.querySelector('.median');
  median.hidden = facts.medianAt === null;
  median.style.setProperty('--at', `${facts.medianAt ?? 0}%`);
  line.querySelector('.talk-text').textContent = facts.talk ?? '';
  line.querySelector('.was-text').textContent = facts.wasText ?? '';
  line.querySelector('.median-text').textContent = facts.medianText ?? '';
  // For whoever hears the row and does not see its keys.
  line.querySelector('.own-answer').textContent = answerText(words, answer);
  line.querySelector('.own-mark').textContent = facts.mark ?? '';
  line.querySelector('[data-evidence] b').textContent = facts.evidence;
  line.querySelector('.summary').textContent = summaryText(words, answer, facts);
}

// retry, giveUp: what its links do.
export function drawState(place, row, { words, trouble, tell, retry, giveUp }) {
  const { stored } = row.facts;
  const state = row.state === 'saving' && trouble ? 'waiting' : row.state;
  const said = stateText(words, row, state, trouble);
  place.className = `row-state is-${state === 'waiting' ? 'not-saved' : state || 'unchanged'}`;
  if (place.dataset.said === said)
    return;
  place.dataset.said = said;
  place.replaceChildren(said);
  if (state === 'not-saved')
    place.append(' ', link(words.retry, retry), ' ', link(words.giveUp, giveUp));
  if (state === 'waiting' && (trouble === words.signedOut || trouble === words.otherAccount)) {
    const way = Object.assign(document.createElement('a'), { href: words.signInAddress, target: '_blank', textContent: words.signIn });
    place.append(' ', way);
  }
  if (state === 'conflict' || state === 'not-saved' || state === 'waiting')
    tell(`${row.code}: ${said}`, true);
  else if (state === 'saved' || state === 'theirs')
    tell(`${row.code}: ${stored.text}. ${said}`);
}

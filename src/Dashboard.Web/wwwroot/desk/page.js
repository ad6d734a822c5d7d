// The scoring page: wires its rows to the server and to its circuit.
import { Answers } from './answers.js';
import { listenBeside } from './beside.js';
import { Circuit } from './circuit.js';
import { Drafts } from './drafts.js';
import { Grid } from './grid.js';
import { Outbox, unsealBy } from './outbox.js';
import { drawFigures, drawOwed, drawProgress } from './progress.js';
import { text } from './words.js';

const { facts, outbox: lock, words, addresses, scale, at } = JSON.parse(document.getElementById('facts').dataset.facts);
const outbox = new Outbox(lock, facts.assessment);
let leaving = null, isOwed = false, lookTimer;

function tell(said, isUrgent = false) {
  document.getElementById(isUrgent ? 'told-urgently' : 'told').textContent = said;
}

const circuit = new Circuit({
  desk: document.getElementById('desk'),
  jump: code => scoring.go(code),
  refused: () => tell(words.notDone, true),
  turned: () => look(grid.current),
  drawn: drawPlace,
  doubted: () => tell(words.lookAgain, true),
});

// Which row the planner is on, for what the circuit shows behind it and for others who are here.
function look(code, withEvidence = false) {
  clearTimeout(lookTimer);
  // What the circuit has drawn belongs to the row for which it drew it: it is not seen behind another.
  drawPlace();
  if (withEvidence && !circuit.isThere)
    tell(words.notDone, true);
  if (withEvidence)
    circuit.look(code, true);
  else
    lookTimer = setTimeout(() => circuit.look(code), 120);
}

function drawPlace() {
  const { classList } = document.getElementById('detail');
  classList.toggle('is-elsewhere', grid.current !== (circuit.seen ?? first));
  classList.toggle('is-cut', circuit.isLost);
}

const answers = new Answers({
  outbox, words, account: lock.account, assessment: facts.assessment, address: addresses.changes,
  changed(row) {
    if (!grid)
      return;
    grid.draw(row);
    drawProgress(grid, answers, words);
    drawOwed(isOwed ||= row.state === 'saving');
    leaveWhenSaved();
  },
});
let grid = null;
for (const row of facts.rows)
  answers.take(row);
grid = new Grid({ answers, words, scale, tell, look });
for (const row of answers.rows.values())
  grid.draw(row);
const drafts = new Drafts({ outbox: new Outbox(lock, facts.assessment, 'drafts'), place: document.getElementById('desk'), changed: drawDrafts });
facts.areas.forEach(drawFigures);
const first = answers.rows.has(at) ? at : facts.rows[0].code;
grid.go(first, { focus: false, scroll: answers.rows.has(at) });
drawProgress(grid, answers, words);

// What is typed behind rows; what is typed for the whole sheet is put back once its form is opened again.
function typedBehind() {
  return drafts.waiting().filter(({ code }) => answers.rows.has(code));
}

// What is typed behind a row and not stored, where the planner does not see it.
function drawDrafts() {
  const place = document.getElementById('drafts'), waiting = typedBehind();
  const said = JSON.stringify(waiting);
  if (place.dataset.said === said)
    return;
  place.dataset.said = said;
  place.hidden = waiting.length === 0;
  const button = (label, deed) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: label });
    made.addEventListener('click', deed);
    return made;
  };
  place.replaceChildren(...waiting.map(({ thing, code, isShown }) => {
    const item = Object.assign(document.createElement('p'), { textContent: text(words.typed, code) });
    if (!isShown)
      item.append(' ', button(words.showTyped, () => goOn(code, thing)));
    item.append(' ', button(words.discard, () => discard(code, thing)));
    return item;
  }));
}

function goOn(code, thing) {
  grid.go(code, { focus: false });
  if (circuit.isThere)
    circuit.call('Resume', code, thing);
  else
    tell(words.notDone, true);
}

function discard(code, thing) {
  // The circuit would still have it.
  if (circuit.isLost) {
    tell(words.notDone, true);
    return;
  }
  drafts.settle(thing);
  if (circuit.isThere)
    circuit.call('Discard', code, thing);
  grid.go(code);
}

const isUnsaved = () => answers.unsaved().length > 0 || grid.isTyped() || document.querySelector('[data-unsaved=true]') !== null;

function leaveWhenSaved() {
  if (leaving && grid && !isUnsaved())
    location.replace(leaving);
}

// What the server's part of the page calls.
window.scoring = {
  attach(page, json) {
    circuit.attach(page, first);
    this.take(json);
    look(grid.current);
    drafts.attach();
    document.getElementById('desk').dataset.interactive = 'true';
  },
  take(json) {
    const news = JSON.parse(json);
    for (const row of news.rows)
      answers.take(row);
    news.areas.forEach(drawFigures);
    drawOwed(isOwed = news.isOwed || answers.unsaved().some(row => row.state === 'saving'));
    grid.drawPeople(news.people);
  },
  // What was typed is stored or given up.
  settled(thing) {
    drafts.settle(thing);
  },
  // To a row that the circuit leads to; its keys are the row's again. settled: what was typed behind it and is now stored or given up.
  go(code, settled) {
    if (settled)
      drafts.settle(settled);
    if (answers.rows.has(code))
      grid.go(code);
    else
      grid.toArea(code);
  },
  // What is shown is not the reader's to see any more: what they typed is kept, the page is not.
  close(address) {
    document.documentElement.dataset.leaves = 'true';
    location.replace(address);
  },
  // The page is to be loaded anew, once nothing would be lost by it.
  leave(address) {
    leaving = address;
    leaveWhenSaved();
  },
};

listenBeside(grid);

// What is not stored yet must not be overtaken by a step of the workflow.
document.addEventListener('click', event => {
  if (!event.target.closest('.steps button, [data-step]') || answers.unsaved().length === 0)
    return;
  event.preventDefault();
  event.stopImmediatePropagation();
  tell(words.firstSave.replace('{0}', answers.unsaved().length), true);
  document.getElementById('unsaved').hidden = false;
  document.getElementById('unsaved').textContent = words.firstSave.replace('{0}', answers.unsaved().length);
}, true);

addEventListener('beforeunload', event => {
  if (isUnsaved() && !document.documentElement.dataset.leaves)
    event.preventDefault();
});
document.addEventListener('visibilitychange', () => answers.hurry());
addEventListener('online', () => answers.hurry());
addEventListener('focus', () => answers.hurry());

// Nobody is led away from what they are typing: it is kept for the next page then.
function goOnWithReason(code, reason) {
  const row = answers.rows.get(code);
  if (row && row.reason === undefined && !document.activeElement.matches('input, textarea'))
    grid.askReason(row, reason);
}

const unseal = unsealBy(addresses.key);
await outbox.restore(unseal, left => {
  answers.restore(left.filter(entry => entry.reason === undefined));
  for (const { code, reason } of left.filter(entry => entry.reason !== undefined))
    goOnWithReason(code, reason);
});
await drafts.outbox.restore(unseal, left => {
  drafts.restore(left);
  for (const { code } of left.length > 0 ? typedBehind() : [])
    tell(text(words.typed, code));
});
document.getElementById('desk').dataset.grid = 'ready';

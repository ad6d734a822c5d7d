// What the page says of an answer, from words whose places {0} and {1} are open.
export const text = (words, ...values) => words.replace(/\{(\d)\}/g, (_, i) => values[i]);

export const answerText = (words, answer) =>
  [...(answer.level === null ? [] : [text(words.levelWith, answer.level, words.confidence[answer.confidence])]), ...(answer.state === 'scored' ? [] : [words.states[answer.state]])].join(' · ');

// What a narrow page shows of a row instead of its keys.
export function summaryText(words, answer, facts) {
  const said = [answer.state === 'scored' ? words.confidence[answer.confidence] : words.states[answer.state]];
  if (facts.evidence > 0)
    said.push(text(words.evidence, facts.evidence));
  return said.join(' · ');
}

// What became of the last change of a row. trouble: why nothing can be sent; null if it can.
export const stateText = (words, row, state, trouble) => {
  const { stored } = row.facts;
  return {
    '': '', saving: words.saving, saved: `✓ ${text(words.saved, stored.time)}`, conflict: words.conflict,
    theirs: text(words.savedBy, stored.by, stored.time), waiting: text(words.notYet, trouble), 'not-saved': `✕ ${text(words.notSaved, row.why)}`,
  }[state];
};

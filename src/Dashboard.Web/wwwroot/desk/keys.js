// The grid by keys: moving and answering, each without asking the server.
export function listenToKeys(grid) {
  grid.root.addEventListener('keydown', event => {
    if (event.target.closest('input, textarea, select, .detail, .extra') || event.altKey || event.isComposing)
      return;
    const row = grid.row(grid.current);
    if (!row)
      return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const digit = digitOf(event, key);
    const deed = event.ctrlKey || event.metaKey ? withControl(grid, key, event.shiftKey)
      : digit !== null ? () => score(grid, row, digit)
        : alone(grid, row, key);
    if (deed) {
      event.preventDefault();
      deed();
    }
  });
}

// On some keyboards a digit needs Shift: there its key counts without it too.
const digitOf = (event, key) => /^[0-9]$/.test(key) ? key : event.shiftKey ? null : /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1] ?? null;

const withControl = (grid, key, isShifted) => ({
  z: () => isShifted ? grid.redo() : grid.undo(), y: () => grid.redo(), Home: () => grid.go(grid.order[0]), End: () => grid.go(grid.order.at(-1)),
})[key];

// A row that asks for a reason is answered by giving it.
function score(grid, row, digit) {
  if (row.reason === undefined && digit >= grid.scale.minimum && digit <= grid.scale.maximum)
    grid.level(row, Number(digit));
}

const alone = (grid, row, key) => ({
  ArrowUp: () => grid.move(-1), ArrowDown: () => grid.move(1), ArrowLeft: () => grid.moveCell(-1), ArrowRight: () => grid.moveCell(1),
  Home: () => grid.toCell(0), End: () => grid.toCell(Infinity), PageUp: () => grid.moveArea(-1), PageDown: () => grid.moveArea(1),
  e: () => grid.look(row.code, true),
  ...(row.reason === undefined && {
    n: () => grid.state(row, 'not-assessed'), x: () => grid.state(row, 'not-applicable'), c: () => grid.confidence(row),
  }),
})[key];

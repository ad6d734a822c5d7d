// What is on the page besides its rows: the search for an indicator, the list of keys, the links to areas.
const plain = said => said.normalize('NFKC').toLowerCase();

export function listenBeside(grid) {
  const find = document.getElementById('find'), keys = document.getElementById('keys');
  find.addEventListener('input', () => {
    const asked = plain(find.value.trim());
    const hit = asked && (grid.order.find(code => plain(code).startsWith(asked)) ?? grid.order.find(code => plain(grid.lines.get(code).querySelector('.name').textContent).includes(asked)));
    find.setAttribute('aria-invalid', String(Boolean(asked && !hit)));
    if (hit)
      grid.go(hit, { focus: false });
  });
  find.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== 'Escape')
      return;
    event.preventDefault();
    find.value = '';
    find.setAttribute('aria-invalid', 'false');
    grid.go(grid.current);
  });
  document.addEventListener('keydown', event => {
    if (event.target.closest('input, textarea, select, dialog') || event.ctrlKey || event.altKey || event.metaKey)
      return;
    if (event.key === '/')
      find.focus();
    else if (event.key === '?')
      keys.showModal();
    else
      return;
    event.preventDefault();
  });
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-area-link]');
    if (event.target.closest('[data-show-keys]'))
      keys.showModal();
    else if (event.target.closest('[data-undo]'))
      grid.undo();
    else if (event.target.closest('[data-redo]'))
      grid.redo();
    else if (link) {
      event.preventDefault();
      document.getElementById(`area-${link.dataset.areaLink}`).scrollIntoView();
      grid.toArea(link.dataset.areaLink);
    }
  });
  document.getElementById('area-choice').addEventListener('change', event => grid.toArea(event.target.value));
}

// On working pages only: the arrow keys move between rows and do not scroll the page.
document.addEventListener('keydown', event => {
  const inText = event.target.closest?.('input, textarea, select');
  if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !inText && event.target.closest?.('[data-keys]'))
    event.preventDefault();
});

// On working pages only. What the server cannot do in time: moving between rows, and asking before something is lost.
document.addEventListener('keydown', event => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const line = event.target.closest?.('[data-interactive=true] [data-keys]');
  if (!step || !line || event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, textarea, select'))
    return;
  event.preventDefault();
  const lines = [...document.querySelectorAll('[data-keys]')];
  // At once, so that the next key is the next row's however far the server is.
  lines[lines.indexOf(line) + step]?.focus();
});

addEventListener('beforeunload', event => {
  if (document.querySelector('[data-unsaved=true]'))
    event.preventDefault();
});

// Copies a link that is shown once; where the browser does not let us, marks it to be copied by hand.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  if (!button)
    return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    if (!document.execCommand('copy'))
      return;
  }
  button.closest('section').querySelector('[role=status]').textContent = button.dataset.copied;
});

// Signing out removes what this account left unsent in this browser, and of no other account; it asks first if there is any.
{
  const form = document.querySelector('form[data-account]'), { account, unsent } = form.dataset;
  // Whatever is kept: the outbox names it by its kind and the account.
  const isMine = name => name.split('/')[1] === account;

  form.addEventListener('submit', event => {
    const left = Object.keys(localStorage).filter(isMine);
    if (left.length === 0)
      return;
    if (!confirm(unsent.replace('{0}', left.length))) {
      event.preventDefault();
      return;
    }
    left.forEach(name => localStorage.removeItem(name));
    // The page need not ask once more.
    document.documentElement.dataset.leaves = 'true';
  });
}

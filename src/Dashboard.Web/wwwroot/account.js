// On pages with passkeys only: hands the browser the question that the form carries, and sends its answer with the form.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const { parseCreationOptionsFromJSON, parseRequestOptionsFromJSON } = window.PublicKeyCredential ?? {};
  const isNew = form.dataset.passkey === 'make';
  if (!parseCreationOptionsFromJSON || !parseRequestOptionsFromJSON)
    continue;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const trouble = form.querySelector('[role=alert]');
    trouble.hidden = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const answer = isNew
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch {
      // Given up, too late, or no passkey for us on this device: the browser does not say which.
      trouble.hidden = false;
    }
  });
}

// @ts-check
// Passkeys are the one thing that the web platform offers to scripts alone: the device fills in a form, which then goes as any other.

/** @param {string | undefined} use @param {string | undefined} options */
const asked = (use, options) => {
  const json = JSON.parse(options ?? '');
  return use === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) });
};

addEventListener(
  'submit',
  async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.passkey === undefined) return;
    const answer = form.elements.namedItem('respuesta');
    if (!(answer instanceof HTMLInputElement) || answer.value !== '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const said = form.querySelector('[role="status"]');
    const say = (/** @type {string | undefined} */ text) => {
      if (said) said.textContent = text ?? '';
    };
    if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) {
      say(form.dataset.unsupported);
      return;
    }
    say('');
    try {
      const credential = await asked(form.dataset.passkey, form.dataset.options);
      if (!(credential instanceof PublicKeyCredential)) throw new TypeError('no passkey');
      answer.value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      say(form.dataset.failed);
    }
  },
  true,
);

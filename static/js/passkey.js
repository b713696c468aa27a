// Asks the device for a passkey, new or known, and sends its answer with the form. Bytes travel as base64url.
(() => {
  const form = document.getElementById("passkey-answer");
  if (!form) return;
  const wait = document.getElementById("passkey-wait");
  const failed = document.getElementById("passkey-failed");
  const options = JSON.parse(form.dataset.options);

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (signal) => {
    const made = await navigator.credentials.create({
      signal,
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    return {
      ...named(made),
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
      extensions: JSON.stringify(made.getClientExtensionResults()),
    };
  };
  const get = async (signal) => {
    const shown = await navigator.credentials.get({
      signal,
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: known(options.allowCredentials),
      },
    });
    return {
      ...named(shown),
      response: {
        authenticatorData: text(shown.response.authenticatorData),
        clientDataJSON: text(shown.response.clientDataJSON),
        signature: text(shown.response.signature),
        userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
      },
    };
  };
  const named = (credential) => ({ id: credential.id, rawId: text(credential.rawId), type: credential.type });

  const ask = async () => {
    failed.hidden = true;
    wait.hidden = false;
    // Some browsers neither answer nor give up when their time is over: the page does, so that one can try again.
    const patience = new AbortController();
    const over = setTimeout(() => patience.abort(), (options.timeout || 60000) + 5000);
    try {
      const answer = await (form.dataset.kind === "create" ? create : get)(patience.signal);
      form.elements.credential.value = JSON.stringify(answer);
    } catch {
      wait.hidden = true;
      failed.hidden = false;
      document.getElementById("passkey-again").focus();
      return;
    } finally {
      clearTimeout(over);
    }
    form.submit();
  };
  document.getElementById("passkey-again").addEventListener("click", ask);
  ask();
})();

// Saves a form with data-autosave on the server while somebody types, and says when: a few seconds after the last key, at the
// latest after twenty, and when the page is left for another tab. Without it the save button does the same.
(() => {
  const AFTER = 3000;
  const LATEST = 20000;

  function attach(form) {
    const status = form.querySelector("[data-autosave-status]");
    const field = (name) => form.querySelector(`input[name=${name}]`);
    const contents = () => {
      const data = new FormData(form);
      for (const name of ["idempotency_key", "csrf_token", "version"]) data.delete(name);
      return new URLSearchParams(data).toString();
    };
    let saved = contents();
    let first = 0;
    let timer;
    let running = null;
    let unanswered = null;
    let hasAskedAgain = false;
    let isOver = document.querySelector("[data-error-summary]") !== null;

    const say = (text) => {
      if (status) status.textContent = text;
    };

    async function post(body) {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, keepalive: body.toString().length < 60000 });
      const isJson = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
      if (!isJson) throw new Error("no answer of ours");
      return { isSaved: answer.ok, said: await answer.json() };
    }

    function take({ isSaved, said }) {
      const { sent } = unanswered;
      unanswered = null;
      if (said.goes_on) {
        // Something cannot stay as it is, but is being typed still.
        say(said.message);
        return;
      }
      if (!isSaved) {
        // Somebody else was faster, or it is closed: the save button leads to the page that says what to do.
        isOver = true;
        say(said.message);
        return;
      }
      saved = sent;
      field("version").value = said.version;
      if (field("idempotency_key")) field("idempotency_key").value = said.key;
      say(words("saved", { time: said.time }));
      form.dispatchEvent(new CustomEvent("ikz:saved", { detail: { version: String(said.version) } }));
      document.body.dispatchEvent(new Event("saved")); // what depends on the answers is fetched anew
    }

    async function send() {
      first = 0;
      if (isOver || (contents() === saved && !unanswered)) return;
      say(words("saving"));
      try {
        // It may have arrived and only the answer was lost. The very same again is answered as it was then; anything else would
        // look like two people.
        if (unanswered) take(await post(unanswered.body));
        if (isOver || contents() === saved) return;
        unanswered = { sent: contents(), body: new URLSearchParams(new FormData(form)) };
        take(await post(unanswered.body));
      } catch {
        // No connection, or logged out: autosave.js keeps the text in this browser, and the next key tries again.
        say(words("unsaved"));
      }
    }

    function save() {
      clearTimeout(timer);
      running ??= send().finally(() => {
        running = null;
      });
      return running;
    }

    form.addEventListener("input", () => {
      clearTimeout(timer);
      hasAskedAgain = false;
      first ||= Date.now();
      timer = setTimeout(save, Math.max(0, Math.min(AFTER, first + LATEST - Date.now())));
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") save();
    });
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      if (running || (unanswered && !hasAskedAgain)) {
        // Two saves at once would look like two people.
        event.preventDefault();
        hasAskedAgain ||= !running;
        save().finally(() => form.requestSubmit(event.submitter));
        return;
      }
      isOver = true;
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) isOver = false;
    });
  }

  for (const form of document.querySelectorAll("form[data-autosave]")) attach(form);
})();

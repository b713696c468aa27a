// Keeps what was typed into a form with data-draft-key in this browser until the server has it.
//
// data-draft-version names the state the server has rendered. A kept draft is offered when its version is still the rendered one
// (the save never arrived) and dropped when the version moved on after a submission (the save arrived). Secrets and files are not
// kept. The text lies in localStorage of this browser only; nothing is sent.
(() => {
  const PREFIX = "draft:";
  const KINDS = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit])";

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(PREFIX + key));
    } catch {
      return null;
    }
  }

  function write(key, draft) {
    try {
      if (draft) localStorage.setItem(PREFIX + key, JSON.stringify(draft));
      else localStorage.removeItem(PREFIX + key);
    } catch {
      // Storage is full or forbidden: the form works without it.
    }
  }

  const isChoice = (control) => control.type === "checkbox" || control.type === "radio";
  const nameOf = (control) => (isChoice(control) ? `${control.name}=${control.value}` : control.name);
  const valueOf = (control) => (isChoice(control) ? control.checked : control.value);

  function valuesOf(form) {
    const values = {};
    for (const control of form.querySelectorAll(KINDS)) if (control.name) values[nameOf(control)] = valueOf(control);
    return values;
  }

  function restore(form, values) {
    for (const control of form.querySelectorAll(KINDS)) {
      const value = values[nameOf(control)];
      if (value === undefined || value === valueOf(control)) continue;
      if (isChoice(control)) control.checked = value;
      else control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function button(kind, text, act) {
    const element = document.createElement("button");
    const label = document.createElement("span");
    element.type = "button";
    element.className = `kern-btn kern-btn--${kind}`;
    label.className = "kern-label";
    label.textContent = text;
    element.append(label);
    element.addEventListener("click", act);
    return element;
  }

  function offer(form, draft, drop) {
    const notice = document.createElement("div");
    const text = document.createElement("p");
    const choices = document.createElement("div");
    const when = new Date(draft.at).toLocaleString("de-DE", { dateStyle: "long", timeStyle: "short" });
    notice.className = "ikz-draft-notice";
    notice.setAttribute("role", "status");
    text.textContent = words("draft", { when });
    choices.className = "ikz-buttons";
    choices.append(
      button("secondary", words("restore"), () => {
        restore(form, draft.values);
        notice.remove();
        form.querySelector(KINDS)?.focus();
      }),
      button("tertiary", words("drop"), () => {
        drop();
        notice.remove();
      }),
    );
    notice.append(text, choices);
    form.before(notice);
    notice.scrollIntoView({ block: "nearest" });
  }

  function attach(form) {
    const key = form.dataset.draftKey;
    let version = form.dataset.draftVersion;
    let rendered = JSON.stringify(valuesOf(form));
    // A page with errors shows what was typed, but the server has not saved it.
    const isRejected = document.querySelector("[data-error-summary]") !== null;
    const isDirty = () => isRejected || JSON.stringify(valuesOf(form)) !== rendered;
    const drop = () => write(key, null);
    const draft = read(key);
    let isLeaving = false;
    let timer;

    function keep() {
      clearTimeout(timer);
      if (isDirty()) write(key, { version, at: new Date().toISOString(), values: valuesOf(form) });
    }

    if (draft) {
      const arrived = draft.version !== version && draft.sent;
      const isShown = JSON.stringify(draft.values) === rendered;
      if (arrived || (isShown && !isRejected)) drop();
      else if (!isShown) offer(form, draft, drop);
    }

    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 500);
    });
    form.addEventListener("ikz:saved", (event) => {
      // saving.js has it on the server: this browser has nothing to keep until the next key.
      clearTimeout(timer);
      version = event.detail.version;
      rendered = JSON.stringify(valuesOf(form));
      drop();
    });
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      clearTimeout(timer);
      isLeaving = true;
      write(key, { version, at: new Date().toISOString(), values: valuesOf(form), sent: true });
    });
    window.addEventListener("pagehide", () => {
      if (!isLeaving) keep();
    });
    window.addEventListener("pageshow", () => {
      isLeaving = false;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!isLeaving && isDirty()) event.preventDefault();
    });
  }

  for (const form of document.querySelectorAll("form[data-draft-key]")) attach(form);

  // Logging out is a clean end on a shared machine: nothing typed stays behind. A session that merely expired keeps its drafts.
  for (const form of document.querySelectorAll("form[data-drop-drafts]")) {
    form.addEventListener("submit", () => {
      for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
    });
  }

  // After a save the server may lead elsewhere; that page names what it has confirmed.
  for (const saved of document.querySelectorAll("[data-draft-saved]")) write(saved.dataset.draftSaved, null);
})();

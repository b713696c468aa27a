// Asks before anything typed is left behind: by a link, or by another form of the same page. What a form holds is compared with
// what the server had put into it, so that parts exchanged by htmx need no care. Forms with data-draft-key are kept by autosave.js,
// which asks for itself; data-fleeting marks forms that hold nothing worth a question (a log-in). Without JavaScript css/forms.css
// does what it can.
(() => {
  const CONTROLS = "textarea, select, input:not([type=hidden], [type=password], [type=submit], [type=button])";
  let leaving = null;

  const plain = (text) => text.replace(/\r\n?/g, "\n");

  function isTyped(control) {
    if (control.disabled || !control.name) return false;
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    if (control.type === "file") return control.files.length > 0;
    if (control.tagName !== "SELECT") return plain(control.value) !== plain(control.defaultValue);
    const options = [...control.options];
    const isAnySet = options.some((option) => option.defaultSelected);
    return options.some((option, index) => option.selected !== (isAnySet || control.multiple ? option.defaultSelected : index === 0));
  }

  function isUnsaved(form) {
    if (form.method !== "post" || form.matches("[data-draft-key], [data-fleeting]")) return false;
    const controls = [...form.elements].filter((control) => control.matches(CONTROLS));
    // A page with errors shows what was typed, but the server has not saved it.
    return controls.some((control) => isTyped(control) || control.getAttribute("aria-invalid") === "true");
  }

  document.addEventListener("submit", (event) => {
    leaving = event.target;
  });
  document.addEventListener("input", () => {
    leaving = null;
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...document.querySelectorAll("main form")].some((form) => form !== leaving && isUnsaved(form))) event.preventDefault();
    // Only reached where the person stays: then nothing is on its way any more.
    setTimeout(() => {
      leaving = null;
    }, 1000);
  });
})();

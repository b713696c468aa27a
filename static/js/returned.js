// A form that was refused is answered at the address it was sent to, so loading that page anew would ask to send it again. Instead
// its place in the browser's history becomes the page's own address, and what was typed goes into the state of that place: loaded
// anew, or come back to, the page is fetched as a page and filled in again. Nothing of it leaves the browser. Passwords and files
// are not kept. Without JavaScript the browser asks, and what it would send is refused again.
(() => {
  const CONTROLS = "textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button])";
  const own = document.querySelector("main[data-returned-to]");

  const forms = () => [...document.querySelectorAll("main form")].filter((form) => form.method === "post");
  const controls = (form) => [...form.elements].filter((control) => control.name && control.matches(CONTROLS));
  const isBox = (control) => control.type === "checkbox" || control.type === "radio";
  const key = (form, control) => [form.action, control.name, isBox(control) ? control.value : ""].join("\n");

  function typed() {
    const pairs = forms().flatMap((form) => controls(form).map((control) => [form, control]));
    return Object.fromEntries(pairs.map(([form, control]) => [key(form, control), isBox(control) ? control.checked : control.value]));
  }

  function fill(kept) {
    for (const form of forms()) {
      for (const control of controls(form)) {
        const value = kept[key(form, control)];
        if (value === undefined) continue;
        if (isBox(control)) control.checked = value;
        else control.value = value;
        control.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  }

  const place = (kept) => history.replaceState({ kept }, "", own ? own.dataset.returnedTo : "");

  if (own) place(typed());
  else if (history.state?.kept) fill(history.state.kept);
  else return;
  // What is typed on after that is kept, too: at once, for a page that is being left can no longer write.
  for (const kind of ["input", "change", "hashchange"]) window.addEventListener(kind, () => place(typed()));
})();

// Live count for fields with a limit. Never cuts: a text that is too long stays whole and says by how much.
(() => {
  const numbers = new Intl.NumberFormat("de-DE");

  // As the server counts: line breaks as one character, characters as code points, not as UTF-16 units.
  const lengthOf = (text) => [...text.replace(/\r\n/g, "\n")].length;

  function describe(left) {
    const count = numbers.format(Math.abs(left));
    return words(left < 0 ? "over" : "left", { count });
  }

  function attach(box) {
    const control = box.querySelector("textarea, input");
    const shown = box.querySelector("[data-count]");
    const spoken = box.querySelector("[data-count-status]");
    const limit = Number(box.dataset.counter);
    let timer;

    function update() {
      const left = limit - lengthOf(control.value);
      shown.textContent = describe(left);
      shown.toggleAttribute("data-over", left < 0);
      clearTimeout(timer);
      return left;
    }

    control.addEventListener("input", () => {
      const left = update();
      // Spoken after a pause and near the limit only, else a screen reader would talk over the typing.
      timer = setTimeout(() => {
        spoken.textContent = left < limit / 10 ? describe(left) : "";
      }, 1000);
    });
    update();
    shown.hidden = false;
  }

  function attachAll(root) {
    for (const box of root.querySelectorAll("[data-counter]:not([data-counting])")) {
      box.dataset.counting = "";
      attach(box);
    }
  }

  attachAll(document);
  document.addEventListener("htmx:after:swap", () => attachAll(document));
})();

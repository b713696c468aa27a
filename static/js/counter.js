// Live count for fields with a limit. Never cuts: a text that is too long stays whole and says by how much.
(() => {
  const numbers = new Intl.NumberFormat("de-DE");

  // As the server cleans and counts (domain/words/text.py): what Word leaves behind is not kept, and so not counted; characters are
  // code points, not UTF-16 units.
  function lengthOf(text) {
    const plain = text
      .replace(/\r\n|[\r\v\f\x85\u2028\u2029]/g, "\n")
      .replace(/\u2011/g, "-")
      .replace(/[\uf0b7\uf0a7]/g, "•")
      .replace(/\uf0fc/g, "✓")
      .replace(/[\u034f\u115f\u1160\u2800\u3164\uffa0]/g, "")
      .replace(/\t|\p{Zs}/gu, " ")
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\p{Noncharacter_Code_Point}/gu, "")
      .normalize("NFC");
    const lines = plain.replace(/ +(?=\n|$)/g, "").replace(/\n{3,}/g, "\n\n");
    return [...lines.replace(/^[ \n]+|[ \n]+$/g, "")].length;
  }

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

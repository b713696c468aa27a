// The score sheet: the anchor's words and the weighted total follow the points; digits on the keyboard set them.
//
// Whole numbers only (hundredths of a point), as on the server, which has the last word. Without this file the sheet works all
// the same: all anchors can be unfolded, and the total stands there after saving.
(() => {
  const form = document.querySelector("form[data-score-sheet]");
  if (!form) return;

  const shown = form.querySelector("[data-total]");
  const minimum = hundredths(form.dataset.minimum);
  const maximum = hundredths(form.dataset.maximum);
  const scores = [...form.querySelectorAll("fieldset[data-weight]")];

  // "7", "7,5", "7.25" → 700, 750, 725; null for anything else.
  function hundredths(text) {
    const parts = /^([+-]?)(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim().replace("−", "-"));
    if (!parts) return null;
    const value = Number(parts[2]) * 100 + Number((parts[3] ?? "").padEnd(2, "0"));
    return parts[1] === "-" ? -value : value;
  }

  function pointsOf(score) {
    const input = score.querySelector("input[type=radio]:checked") ?? score.querySelector("input[type=text]");
    const value = input ? hundredths(input.value) : null;
    return value === null || value < minimum || value > maximum ? null : value;
  }

  // Half up, on whole numbers.
  function german(numerator, denominator) {
    const value = Math.floor((2 * Math.abs(numerator) + denominator) / (2 * denominator));
    const sign = numerator < 0 && value > 0 ? "−" : "";
    return `${sign}${Math.floor(value / 100)},${String(value % 100).padStart(2, "0")}`;
  }

  function showAnchor(score, points) {
    const line = score.querySelector("[data-anchor-line]");
    const anchors = [...score.querySelectorAll("[data-anchor]")];
    const found = anchors.find(
      (anchor) => points !== null && hundredths(anchor.dataset.from) <= points && points <= hundredths(anchor.dataset.to),
    );
    for (const anchor of anchors) anchor.toggleAttribute("data-chosen", anchor === found);
    if (line.textContent.trim() !== (found?.textContent.trim() ?? "")) {
      line.replaceChildren(...[...(found?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    }
  }

  function update() {
    const all = scores.map(pointsOf);
    scores.forEach((score, index) => showAnchor(score, all[index]));
    const weights = scores.map((score) => Number(score.dataset.weight));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    const missing = all.filter((points) => points === null).length;
    shown.textContent = missing ? "–" : german(all.reduce((sum, points, index) => sum + points * weights[index], 0), whole);
  }

  // Digits in a row of buttons: 7 chooses 7; 1 and soon after 0 chooses 10; Backspace takes the points back.
  let typed = "";
  let timer;
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.querySelector("[data-submit-next]").click();
      return;
    }
    if (event.target.type !== "radio" || event.ctrlKey || event.metaKey || event.altKey) return;
    const isErasing = event.key === "Backspace" || event.key === "Delete";
    if (!isErasing && !/^\d$/.test(event.key)) return;
    event.preventDefault();
    clearTimeout(timer);
    const buttons = [...form.querySelectorAll(`input[name="${CSS.escape(event.target.name)}"]`)];
    const wanted = [typed + event.key, event.key].find((text) => buttons.some((button) => button.value === text));
    typed = isErasing ? "" : (wanted ?? "");
    timer = setTimeout(() => {
      typed = "";
    }, 1000);
    const button = buttons.find((one) => one.value === typed);
    if (!button || (wanted === undefined && !isErasing)) return;
    button.checked = true;
    button.focus();
    button.dispatchEvent(new Event("input", { bubbles: true }));
  });

  form.addEventListener("input", update);
  form.addEventListener("change", update);
  for (const hint of form.querySelectorAll("[data-keyboard-hint]")) hint.hidden = !matchMedia("(hover: hover)").matches;
  update();
})();

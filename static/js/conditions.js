// A question that depends on another is shown only when it is asked. Without this file it is always shown, with a sentence that says
// when to answer it; what was typed into it is sent either way.
(() => {
  for (const block of document.querySelectorAll("[data-when]")) {
    const form = block.closest("form");
    const values = block.dataset.whenValues.split(" ");
    const update = () => {
      const chosen = new FormData(form).getAll(block.dataset.when);
      block.hidden = !chosen.some((value) => values.includes(value));
    };
    form.addEventListener("change", update);
    update();
  }
})();

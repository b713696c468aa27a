// The sum of the weights while they are typed; without this the server says it after saving.
(() => {
  const form = document.querySelector("form[data-weights]");
  if (!form) return;

  function count() {
    const sums = new Map();
    for (const weight of form.querySelectorAll('input[name$=".weight"]')) {
      const at = weight.name.slice(0, -"weight".length);
      const typed = weight.value.replace(/\s/g, "");
      if (typed === "" || form.elements[`${at}removed`]?.checked) continue;
      const group = form.elements[`${at}category`].value;
      sums.set(group, (sums.get(group) ?? 0) + (/^\d+$/.test(typed) ? Number(typed) : 0));
    }
    for (const line of form.querySelectorAll("[data-sum-of]")) {
      const sum = sums.get(line.dataset.sumOf);
      line.hidden = sum === undefined;
      line.querySelector("[data-sum]").value = sum ?? 0;
    }
  }

  form.addEventListener("input", count);
  form.addEventListener("change", count);
})();

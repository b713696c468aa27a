// Menus are <details> and work alone; this adds closing by Escape and by a click or focus outside.
(() => {
  const menus = document.querySelectorAll("details[data-menu]");

  function closeOthers(target) {
    for (const menu of menus) if (menu.open && !menu.contains(target)) menu.open = false;
  }

  document.addEventListener("click", (event) => closeOthers(event.target));
  document.addEventListener("focusin", (event) => closeOthers(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus) {
      if (!menu.open) continue;
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // Browsers honour autofocus on inputs only; a summary of errors takes the focus here.
  document.querySelector("[data-error-summary]")?.focus();
})();

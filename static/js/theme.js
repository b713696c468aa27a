// Light, dark or system: the choice is a cookie the server reads, so that no page flashes in the wrong colours.
(() => {
  const root = document.documentElement;
  const year = 60 * 60 * 24 * 365;

  function choose(value, buttons) {
    const fixed = value === "light" || value === "dark";
    if (fixed) root.dataset.kernTheme = value;
    else delete root.dataset.kernTheme;
    document.cookie = `theme=${fixed ? value : ""}; Path=/; SameSite=Lax; Max-Age=${fixed ? year : 0}`;
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.themeChoice === value));
  }

  for (const group of document.querySelectorAll("[data-theme-switch]")) {
    const buttons = group.querySelectorAll("[data-theme-choice]");
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const button = event.target.closest("[data-theme-choice]");
      if (button) choose(button.dataset.themeChoice, buttons);
    });
  }
})();

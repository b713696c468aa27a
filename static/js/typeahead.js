// A text input with data-typeahead="/url" becomes a combobox with a list (ARIA Authoring Practices, list autocomplete, manual
// selection). The server answers GET /url?q=… with [{value, label, hint}]. Without this file it stays a text input.
(() => {
  const WAIT = 200;

  function optionOf(item, id) {
    const option = document.createElement("li");
    option.className = "ikz-typeahead__option";
    option.id = id;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    for (const text of [item.label, item.hint]) {
      if (!text) continue;
      const part = document.createElement("span");
      part.textContent = text;
      option.append(part);
    }
    return option;
  }

  function attach(input) {
    const list = document.createElement("ul");
    const status = document.createElement("span");
    const frame = document.createElement("div");
    const key = input.dataset.typeaheadKey ? input.form?.elements[input.dataset.typeaheadKey] : null;
    let items = [];
    let active = -1;
    let timer;
    let running;

    frame.className = "ikz-typeahead__field";
    list.className = "ikz-typeahead__list";
    list.id = `${input.id}-list`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() ?? words("suggestions"));
    list.hidden = true;
    status.className = "kern-sr-only";
    status.setAttribute("role", "status");
    input.before(frame);
    frame.append(input, list, status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list.id,
    })) {
      input.setAttribute(name, value);
    }

    function close() {
      clearTimeout(timer);
      running?.abort();
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      const options = list.children;
      if (active >= 0) options[active].setAttribute("aria-selected", "false");
      active = (index + options.length) % options.length;
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    }

    function choose(index) {
      input.value = items[index].label;
      if (key) key.value = items[index].value;
      status.textContent = words("chosen", { label: items[index].label });
      close();
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function show(found) {
      items = found;
      active = -1;
      list.replaceChildren(...items.map((item, index) => optionOf(item, `${list.id}-${index}`)));
      list.hidden = items.length === 0;
      input.setAttribute("aria-expanded", String(items.length > 0));
      input.removeAttribute("aria-activedescendant");
      status.textContent = words(["none", "one"][items.length] ?? "many", { count: items.length });
    }

    async function search() {
      const query = input.value.trim();
      if (query.length < 2) return close();
      running?.abort();
      running = new AbortController();
      const url = new URL(input.dataset.typeahead, document.baseURI);
      url.searchParams.set("q", query);
      try {
        const answer = await fetch(url, { signal: running.signal, headers: { Accept: "application/json" } });
        if (answer.ok && document.activeElement === input) show(await answer.json());
      } catch {
        // Offline or superseded: the input stays usable as plain text, and the server resolves what was typed.
      }
    }

    input.addEventListener("input", () => {
      if (key) key.value = "";
      clearTimeout(timer);
      timer = setTimeout(search, WAIT);
    });

    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) search();
        else mark(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        choose(active);
      } else if (event.key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
      }
    });

    // Pressing must not take the focus from the input, or its blur would close the list before the click arrives.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose([...list.children].indexOf(option));
    });
    input.addEventListener("blur", close);
  }

  function attachAll(root) {
    for (const input of root.querySelectorAll("input[data-typeahead]:not([role=combobox])")) attach(input);
  }

  attachAll(document);
  document.addEventListener("htmx:after:swap", () => attachAll(document));
})();

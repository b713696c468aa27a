// What is wrong with the layout of this page at this width, as sentences; run inside the page by layout.py.
() => {
  const faults = new Set();
  const TOLERANCE = 1.5;
  const words = (element) => {
    const name = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") +
      (element.classList.length ? `.${[...element.classList].join(".")}` : "");
    return `<${name}> “${(element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 60)}”`;
  };
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Hidden for the eye, there for screen readers; and the skip link, until it has the focus.
  const readers = new Map();
  const isForReaders = (element) => {
    if (!element || element === document.body) return false;
    if (!readers.has(element)) {
      const style = getComputedStyle(element);
      const isPoint = style.overflowX !== "visible" && element.offsetWidth <= 1 && element.offsetHeight <= 1;
      readers.set(element, isPoint || style.clip === "rect(0px, 0px, 0px, 0px)" || style.clipPath === "inset(50%)" || element.matches(".ikz-skip, noscript") || isForReaders(element.parentElement));
    }
    return readers.get(element);
  };
  const isFloating = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(one).position)) return true;
    }
    return false;
  };
  // The part of a box that its scrolling or hiding ancestors leave to be seen.
  const shownPart = (rect, element) => {
    let { left, top, right, bottom } = rect;
    for (let one = element.parentElement; one && one !== document.documentElement; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const frame = one.getBoundingClientRect();
      if (style.overflowX !== "visible") { left = Math.max(left, frame.left); right = Math.min(right, frame.right); }
      if (style.overflowY !== "visible") { top = Math.max(top, frame.top); bottom = Math.min(bottom, frame.bottom); }
    }
    return { left, top, right, bottom };
  };
  // The same for what scrolls inside of the page; the page itself hides nothing here.
  const shownOnPage = (rect, element) => {
    let right = rect.right;
    for (let one = element.parentElement; one && one !== document.body; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== "visible") right = Math.min(right, one.getBoundingClientRect().right);
    }
    return { right };
  };
  const overlap = (a, b) => ({
    x: Math.min(a.right, b.right) - Math.max(a.left, b.left), y: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  });
  // Pairs of boxes that may touch, without comparing each with each.
  const pairs = (boxes, visit) => {
    boxes.sort((a, b) => a.rect.top - b.rect.top);
    boxes.forEach((one, index) => {
      for (let next = index + 1; next < boxes.length && boxes[next].rect.top < one.rect.bottom; next += 1) visit(one, boxes[next]);
    });
  };
  const isKin = (a, b) => a.contains(b) || b.contains(a);

  const inspect = () => {
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth + 1) {
      const wide = [...document.body.querySelectorAll("*")].filter((element) => isSeen(element) && !isForReaders(element) &&
        shownPart(element.getBoundingClientRect(), element).right > page.clientWidth + 1);
      faults.add(`the page scrolls sideways, ${page.scrollWidth} in ${page.clientWidth} pixels: ${wide.slice(-1).map(words).join("")}`);
    }

    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || ["SCRIPT", "STYLE", "OPTION", "TEXTAREA"].includes(element.tagName)) continue;
      if (!isSeen(element) || isForReaders(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width > 0 && rect.height > 0) texts.push({ element, node, full: rect, rect });
      }
    }

    for (const { element, full } of texts) {
      const button = element.closest("button, .kern-btn, summary");
      if (button) {
        const frame = button.getBoundingClientRect();
        if (full.left < frame.left - TOLERANCE || full.right > frame.right + TOLERANCE ||
            full.top < frame.top - full.height / 4 || full.bottom > frame.bottom + full.height / 4) {
          faults.add(`the label is larger than its button, ${Math.round(full.width)} in ${Math.round(frame.width)} pixels: ${words(button)}`);
        }
      }
      if (full.left < -TOLERANCE) faults.add(`text begins left of the page: ${words(element)}`);
      // A root that clips scrolls nowhere: what lies beyond the edge is cut without a trace.
      if (shownOnPage(full, element).right > page.clientWidth + TOLERANCE) faults.add(`text goes on right of the page: ${words(element)}`);
    }

    for (const element of document.body.querySelectorAll("*")) {
      if (!isSeen(element) || isForReaders(element) || !element.textContent.trim()) continue;
      if (element instanceof SVGElement || element.tagName === "TEXTAREA" || element.tagName === "SELECT") continue;
      const style = getComputedStyle(element);
      const hides = (value) => value === "hidden" || value === "clip";
      if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + TOLERANCE) faults.add(`text is cut at the side: ${words(element)}`);
      if (hides(style.overflowY) && element.scrollHeight > element.clientHeight + TOLERANCE) faults.add(`text is cut below: ${words(element)}`);
    }

    // Letters are lower than their line: a third of it may touch the next one.
    const lines = texts.map((one) => {
      const part = shownPart(one.full, one.element);
      const inset = one.full.height / 6;
      return { element: one.element, node: one.node, rect: { left: part.left, right: part.right, top: part.top + inset, bottom: part.bottom - inset } };
    }).filter(({ element, rect }) => rect.right > rect.left && rect.bottom > rect.top && !isFloating(element));
    pairs(lines, (a, b) => {
      const common = overlap(a.rect, b.rect);
      if (a.node !== b.node && common.x > 2 && common.y > 2) faults.add(`texts lie on each other: ${words(a.element)} and ${words(b.element)}`);
    });

    const targets = [...document.body.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
      .filter((element) => isSeen(element) && !isForReaders(element) && !isFloating(element))
      .flatMap((element) => [...element.getClientRects()].map((rect) => ({ element, rect: shownPart(rect, element) })))
      .filter(({ rect }) => rect.right - rect.left > 1 && rect.bottom - rect.top > 1);
    pairs(targets, (a, b) => {
      const common = overlap(a.rect, b.rect);
      if (a.element !== b.element && !isKin(a.element, b.element) && common.x > 2 && common.y > 3) {
        faults.add(`controls lie on each other: ${words(a.element)} and ${words(b.element)}`);
      }
    });
  };

  inspect();
  // What is folded away is looked at, too; what opens as a menu over the page lies on it by design.
  const folded = [...document.querySelectorAll("main details:not([open])")];
  folded.forEach((one) => { one.open = true; });
  const menus = folded.filter((one) => [...one.children].some((part) => getComputedStyle(part).position === "absolute"));
  menus.forEach((one) => { one.open = false; });
  if (folded.length > menus.length) inspect();
  folded.forEach((one) => { one.open = false; });
  return [...faults];
}

// Counts on what the page said when it came: minutes and seconds since `data-since`. Not read aloud while it runs.
(() => {
  for (const shown of document.querySelectorAll("[data-since]")) {
    const since = Date.parse(shown.dataset.since);
    if (Number.isNaN(since)) continue;
    const tick = () => {
      const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
      shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    tick();
    setInterval(tick, 1000);
  }
})();

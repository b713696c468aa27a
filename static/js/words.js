// The words of scripts, from the page (templates/base.html), where a catalogue can translate them: words("left", { count: 7 }).
window.words = (name, values = {}) => {
  const text = document.getElementById("words")?.dataset[name] ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
};

/* Shortcuts of a single key, only for those who have turned them on. Never while somebody writes. */
(() => {
  const WRITING = "input, textarea, select, [contenteditable]";
  const go = (name) => document.querySelector(`[data-key="${name}"]`);
  const keys = {
    "?": () => go("help")?.click(),
    "h": () => go("home")?.click(),
    "n": () => go("report")?.click(),
    "/": () => {
      const find = document.querySelector("details.seek");
      if (find) find.open = true;
      document.querySelector("input[type=search]")?.focus();
    },
    "m": () => document.getElementById("main")?.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(WRITING)) return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
})();

/* Menus that are open close on Escape, on a press beside them, and when the keyboard leaves them. Without this they work too. */
(() => {
  const MENUS = "details.more, details.who, details.seek";
  const open = () => document.querySelectorAll(`:is(${MENUS})[open]`);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open().forEach((menu) => {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    });
  });
  document.addEventListener("click", (event) => {
    open().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("focusin", (event) => {
    open().forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.querySelectorAll("details.seek").forEach((find) => {
    find.addEventListener("toggle", () => { if (find.open) find.querySelector("input[type=search]").focus(); });
  });
  /* among saved views wider than a phone, the chosen one is in sight */
  document.querySelectorAll(".views [aria-current]").forEach((tab) => tab.scrollIntoView({ block: "nearest", inline: "center" }));
})();

/* A clock that runs on the page, minute by minute. Without this it says how many hours were left when the page came. */
(() => {
  const MINUTE = 60000;
  const words = new Intl.Locale(document.documentElement.lang || "sv").language;
  const amount = (number, unit) => new Intl.NumberFormat(words, { style: "unit", unit, unitDisplay: "long" }).format(number);

  const said = (minutes) => {
    const hours = Math.floor(minutes / 60);
    const parts = [hours ? amount(hours, "hour") : "", amount(minutes % 60, "minute")].filter(Boolean);
    return parts.join(" ");
  };
  const run = (clock) => {
    const left = Date.parse(clock.dataset.countdown) - Date.now();
    const minutes = Math.floor(Math.abs(left) / MINUTE);
    clock.textContent = (left < 0 ? clock.dataset.late : clock.dataset.left).replace("{time}", said(minutes));
  };
  const clocks = document.querySelectorAll("[data-countdown]");
  const all = () => clocks.forEach(run);

  if (!clocks.length) return;
  all();
  setInterval(all, MINUTE);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) all(); });
})();

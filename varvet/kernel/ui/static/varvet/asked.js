// A question that is asked only after a certain answer to another is hidden until then; without a script it says when.
// <div data-asked-when="q2" data-asked-at="no">
(() => {
  const waiting = [...document.querySelectorAll("[data-asked-when]")];
  const show = () =>
    waiting.forEach((part) => {
      const chosen = document.querySelector(`input[name="${part.dataset.askedWhen}"]:checked`);
      const parent = chosen?.closest("[data-asked-when]");
      part.hidden = chosen?.value !== part.dataset.askedAt || Boolean(parent?.hidden);
    });
  if (waiting.length) document.addEventListener("change", show);
  show();
})();

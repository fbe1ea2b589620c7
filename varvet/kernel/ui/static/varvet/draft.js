// Keeps what is typed in a form in this browser until it is sent, for when the connection is cut.
// <form data-draft="name" data-owner="…">; a page with <meta data-draft-sent="name"> clears it; so does logging out.
(() => {
  const PREFIX = "varvet.draft.";
  const KEPT = 24 * 60 * 60 * 1000; // milliseconds: a day
  const store = (() => {
    try {
      window.localStorage.getItem(PREFIX);
      return window.localStorage;
    } catch {
      return null; // forbidden in this browser: nothing is kept, and nothing is said to be
    }
  })();
  if (!store) return;

  const keys = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));
  const read = (key) => {
    try {
      return JSON.parse(store.getItem(key)) || {};
    } catch {
      return {};
    }
  };
  const isOver = (key) => !(Date.now() - read(key).at < KEPT);
  keys().filter(isOver).forEach((key) => store.removeItem(key));

  document.querySelectorAll("[data-draft-sent]").forEach((mark) => {
    keys().filter((key) => key.startsWith(`${PREFIX}${mark.dataset.draftSent}.`)).forEach((key) => store.removeItem(key));
  });
  document.querySelectorAll("form[data-draft-clears]").forEach((form) => {
    form.addEventListener("submit", () => keys().forEach((key) => store.removeItem(key)));
  });

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const key = `${PREFIX}${form.dataset.draft}.${form.dataset.owner}`;
  const texts = () => [...form.querySelectorAll("textarea, input[type=text]")].filter((field) => field.name);
  const says = document.querySelector("[data-draft-says]");
  const offer = document.querySelector("[data-draft-offer]");
  if (says) says.hidden = false;

  const keep = () => {
    const written = Object.fromEntries(texts().filter((field) => field.value).map((field) => [field.name, field.value]));
    if (Object.keys(written).length === 0) return store.removeItem(key);
    try {
      store.setItem(key, JSON.stringify({ at: Date.now(), written }));
    } catch {
      store.removeItem(key); // full: better none than an old one
    }
  };

  const { written } = read(key);
  const isNew = written && texts().some((field) => written[field.name] && written[field.name] !== field.value);
  if (offer && isNew && !texts().some((field) => field.value)) {
    offer.hidden = false;
    offer.querySelector("[data-draft-take]").addEventListener("click", () => {
      texts().forEach((field) => { field.value = written[field.name] || field.value; });
      offer.hidden = true;
      texts()[0]?.focus();
    });
    offer.querySelector("[data-draft-drop]").addEventListener("click", () => {
      store.removeItem(key);
      offer.hidden = true;
      texts()[0]?.focus();
    });
  }
  form.addEventListener("input", () => { if (offer) offer.hidden = true; keep(); });
})();

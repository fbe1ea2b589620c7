// Keeps what is typed in a form in this browser until it is sent, for when the connection is cut.
// <form data-draft="name" data-owner="…">; with data-draft-all choices, numbers and days too, and what the server has
// got is no longer kept here; a page with <meta data-draft-sent="name"> clears it; so does logging out.
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
  const all = "draftAll" in form.dataset;
  const MORE = all ? ", input[type=radio], input[type=number], input[type=date]" : "";
  const texts = () => [...form.querySelectorAll(`textarea, input[type=text]${MORE}`)].filter((field) => field.name);
  const isChoice = (field) => field.type === "radio";
  const valueOf = (field) => (isChoice(field) && !field.checked ? "" : field.value);
  const differs = (field) => isChoice(field)
    ? written[field.name] === field.value && !field.checked
    : written[field.name] && written[field.name] !== field.value;
  const takeBack = (field) => {
    if (isChoice(field)) field.checked = written[field.name] ? written[field.name] === field.value : field.checked;
    else field.value = written[field.name] || field.value;
  };
  const says = document.querySelector("[data-draft-says]");
  const offer = document.querySelector("[data-draft-offer]");
  if (says) says.hidden = false;

  // what has not reached the server is sent to it anew
  const again = () => ["change", "input"].forEach((name) => form.dispatchEvent(new Event(name, { bubbles: true })));
  const keep = () => {
    const written = Object.fromEntries(texts().filter(valueOf).map((field) => [field.name, valueOf(field)]));
    if (Object.keys(written).length === 0) return store.removeItem(key);
    try {
      store.setItem(key, JSON.stringify({ at: Date.now(), written }));
    } catch {
      store.removeItem(key); // full: better none than an old one
    }
  };

  const { written } = read(key);
  const isNew = written && texts().some(differs);
  if (offer && isNew && (all || !texts().some(valueOf))) {
    offer.hidden = false;
    offer.querySelector("[data-draft-take]").addEventListener("click", () => {
      texts().forEach(takeBack);
      offer.hidden = true;
      texts()[0]?.focus();
      if (all) again();
    });
    offer.querySelector("[data-draft-drop]").addEventListener("click", () => {
      store.removeItem(key);
      offer.hidden = true;
      texts()[0]?.focus();
    });
  }
  form.addEventListener("input", () => { if (offer) offer.hidden = true; keep(); });
  if (!all) return;
  let sentAt = 0;
  form.addEventListener("htmx:beforeRequest", () => { sentAt = Date.now(); });
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && !(read(key).at > sentAt)) store.removeItem(key);
  });
  window.addEventListener("online", () => { if (store.getItem(key)) again(); });
})();

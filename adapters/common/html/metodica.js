// What makes the screens a little better; every screen works without it.
(() => {
  "use strict";

  // Function keys: an element with data-key is a link to follow or a form to send.
  document.addEventListener("keydown", (event) => {
    if (!/^F\d{1,2}$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = document.querySelector(`[data-key="${event.key}"]`);
    if (!target) return;
    event.preventDefault();
    const button = target.matches("form") ? target.querySelector("summary, button") : target;
    button.click();
  });

  // Fields that are asked only when another has a certain value.
  const valueOf = (form, name) => {
    const fields = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    if (fields.length === 0) return "";
    const choices = fields.filter((field) => field.type === "checkbox" || field.type === "radio");
    if (choices.length === 0) return fields[0].value;
    const chosen = choices.find((field) => field.checked);
    return chosen && chosen.value === "1" ? "true" : "false";
  };
  const update = (form) => {
    for (const field of form.querySelectorAll("[data-if]")) {
      field.hidden = valueOf(form, field.dataset.if) !== field.dataset.is;
    }
  };
  for (const form of document.querySelectorAll("form.form")) {
    if (!form.querySelector("[data-if]")) continue;
    update(form);
    form.addEventListener("change", () => update(form));
  }

  // Sums below rows of fields follow what is typed; the server computes them again.
  const scale = 10000;
  const numberOf = (text) => {
    const plain = text.trim().replace(/\s/g, "");
    const dotted = plain.includes(",") || /^\d{1,3}(\.\d{3})+$/.test(plain);
    const number = Number(dotted ? plain.replace(/\./g, "").replace(",", ".") : plain);
    return Number.isFinite(number) ? Math.round(number * scale) : NaN;
  };
  const addUp = (cell) => {
    const fields = cell.closest("table").querySelectorAll(`tbody [name$="/${CSS.escape(cell.dataset.total)}"]`);
    let sum = 0;
    for (const field of fields) sum += numberOf(field.value);
    const digits = [...fields].some((field) => /[.,]\d/.test(field.value)) ? 2 : 0;
    const form = { minimumFractionDigits: digits, maximumFractionDigits: 4 };
    cell.textContent = Number.isNaN(sum) ? "" : (sum / scale).toLocaleString(document.documentElement.lang, form);
  };
  for (const table of document.querySelectorAll("table.editor:has([data-total])")) {
    table.addEventListener("input", () => table.querySelectorAll("[data-total]").forEach(addUp));
  }

  // What is typed into a table of given rows stays in this tab until the server has taken it, so that
  // a lost connection loses nothing. A field that shows something else by now is left alone.
  const drafts = () => [...document.querySelectorAll("form.form[method=post]:has(table.editor)")]
    .filter((form) => !form.querySelector("button[name=more]"));
  const draftOf = (form) => {
    const facts = [...form.querySelectorAll("input[type=hidden]")]
      .filter((field) => /^[a-z]+$/.test(field.name) && !/^(csrf|key)$/.test(field.name))
      .map((field) => `${field.name}=${field.value}`);
    return `draft ${form.getAttribute("action")} ${facts.join("&")}`;
  };
  const shownFirst = (field) => field.options
    ? ([...field.options].find((option) => option.defaultSelected) || field.options[0] || {}).value
    : field.defaultValue;
  const typedFields = (form) => [...form.elements]
    .filter((field) => /\//.test(field.name) && field.type !== "hidden" && field.type !== "checkbox");
  const keepDraft = (form, sent) => {
    const changed = typedFields(form).filter((field) => field.value !== shownFirst(field))
      .map((field) => [field.name, shownFirst(field), field.value]);
    sessionStorage.setItem(draftOf(form), JSON.stringify({ sent, changed }));
  };
  for (const form of drafts()) {
    const draft = JSON.parse(sessionStorage.getItem(draftOf(form)) || "null");
    const taken = draft && draft.sent && document.querySelector(".notice");
    if (taken) sessionStorage.removeItem(draftOf(form));
    for (const [name, first, value] of draft && !taken ? draft.changed : []) {
      const field = form.elements.namedItem(name);
      if (!field || !("value" in field) || shownFirst(field) !== first) continue;
      field.value = value;
      field.classList.add("draft");
    }
    form.addEventListener("input", () => keepDraft(form, false));
    form.addEventListener("submit", () => keepDraft(form, true));
  }

  // Once is enough: a second press of a button that has been sent does nothing.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = "1";
    setTimeout(() => delete event.target.dataset.sent, 4000);
  });
})();

// Fields to type in or choose from. Each gives its node, the input that has the focus, and `read`.

import { optionsOf } from "./choices.js";
import { element } from "./element.js";

const KINDS = {
  email_text_input: "email",
  url_text_input: "url",
  number_input: "text",
  datepicker: "date",
  timepicker: "time",
};

/** A line or an area of text, a date or a time. */
export function typed(part, known, { id, name }) {
  const about = { id, "aria-label": name || null, placeholder: part.placeholder?.text, maxlength: part.max_length };
  const input = part.multiline
    ? element("textarea", { ...about, rows: 4 })
    : element("input", { ...about, type: KINDS[part.type] || "text" });
  input.value = known ?? "";
  return { node: input, input, read: () => input.value || null };
}

/** One option of a menu. */
export function one(part, known, { scope, id, name }) {
  const options = optionsOf(part, scope).map((option) => element("option", { value: option.value }, option.label));
  const nothing = element("option", { value: "" }, part.placeholder?.text || "Choose");
  const input = element("select", { id, "aria-label": name || null }, nothing, options);
  input.value = known ?? "";
  return { node: input, input, read: () => input.value || null };
}

/** Radio buttons, boxes to tick, or a menu of which several may be chosen. */
export function multiple(part, known, { scope, id, name }) {
  const single = part.type === "radio_buttons";
  const ticked = single ? [known] : known || [];
  const boxes = optionsOf(part, scope).map((option) => {
    const box = element("input", { type: single ? "radio" : "checkbox", name: id, value: option.value });
    box.checked = ticked.includes(option.value);
    const description = option.description ? element("span", { class: "hint" }, option.description) : null;
    box.dataset.control = `${part.action_id}:${option.value}`;
    return element("label", { class: "tick" }, box, element("span", {}, option.label, description));
  });
  const node = element("div", { class: "ticks", role: single ? "radiogroup" : "group", "aria-label": name || null }, boxes);
  const values = () => [...node.querySelectorAll("input:checked")].map((box) => box.value);
  return { node, input: node, grouped: true, read: () => (single ? values()[0] ?? null : values()) };
}

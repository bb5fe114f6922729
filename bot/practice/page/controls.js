// What can be pressed, chosen or filled in. Each control gives its node, the input in it, and what was entered.

import { choiceIn } from "./choices.js";
import { element, freshId } from "./element.js";
import { multiple, one, typed } from "./fields.js";

/** The control of a block element, and its place among the fields of the scope. */
export function control(part, block, scope) {
  const made = (MADE[part.type] || notShown)(part, block, scope);
  if (made.read && scope.fields) scope.fields.push({ block: block.block_id, action: part.action_id, read: made.read });
  return made;
}

const MADE = {
  button: pressed,
  overflow,
  image: (part) => ({ node: element("span", { class: "picture" }, part.alt_text) }),
  plain_text_input: field(typed),
  email_text_input: field(typed),
  url_text_input: field(typed),
  number_input: field(typed),
  datepicker: field(typed),
  timepicker: field(typed),
  static_select: field(one),
  external_select: field(one),
  users_select: field(one),
  conversations_select: field(one),
  channels_select: field(one),
  radio_buttons: field(multiple),
  checkboxes: field(multiple),
  multi_static_select: field(multiple),
  multi_external_select: field(multiple),
  multi_users_select: field(multiple),
  multi_conversations_select: field(multiple),
  multi_channels_select: field(multiple),
};

function pressed(part, block, scope) {
  const act = () => scope.use(part, null);
  const attributes = {
    type: "button",
    class: `block-button ${part.style || ""}`,
    "aria-label": part.accessibility_label,
    "data-control": `${part.action_id}:${part.value || ""}`,
    click: act,
  };
  const node = element("button", attributes, part.text.text);
  return { node, input: node };
}

function overflow(part, block, scope) {
  const menu = element("details", { class: "overflow" });
  const choose = (option) => {
    menu.open = false;
    menu.firstElementChild.focus();
    scope.use(part, option.value);
  };
  const choices = part.options.map((option) =>
    element("li", {}, element("button", { type: "button", click: () => choose(option) }, option.text.text)),
  );
  menu.append(element("summary", { "aria-label": "More choices" }, "⋯"), element("ul", {}, choices));
  return { node: menu, input: menu };
}

/** A field: its value is sent at once where the element or block acts by itself, else when the form is sent. */
function field(make) {
  return (part, block, scope) => {
    const known = choiceIn(part, scope.values?.[block.block_id]?.[part.action_id]);
    const made = make(part, known, { scope, id: freshId("field"), name: nameOf(part, block) });
    const acts = block.type !== "input" || block.dispatch_action;
    if (acts) made.node.addEventListener("change", () => scope.use(part, made.read()));
    made.input.dataset.control = part.action_id;
    return made;
  };
}

/** The name of a field that has no label of its own. */
function nameOf(part, block) {
  if (block.type === "input") return "";
  return part.placeholder?.text || block.text?.text?.replaceAll(/[*_~`]/g, "") || "Choose";
}

function notShown(part) {
  return { node: element("span", { class: "context" }, `(${part.type})`), input: element("span") };
}

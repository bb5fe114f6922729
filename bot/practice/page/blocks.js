// Blocks of messages, modals and App Home as elements.

import { control } from "./controls.js";
import { element, freshId } from "./element.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./rich_text.js";

/** The elements of these blocks. `scope` says who the names are and what happens when something is used. */
export function blocks(list, scope) {
  return (list || []).map((block) => (SHOWN[block.type] || unknown)(block, scope));
}

/** A text object: plain, or in markup. */
export function text(object, scope) {
  if (!object) return [];
  return object.type === "mrkdwn" ? mrkdwn(object.text, scope.names) : [object.text];
}

const SHOWN = {
  header: (block) => element("p", { class: "block-header", role: "heading", "aria-level": 4 }, block.text.text),
  section,
  actions: (block, scope) => element("div", { class: "actions" }, block.elements.map((one) => control(one, block, scope).node)),
  context: (block, scope) => element("div", { class: "context" }, block.elements.map((one) => contextPart(one, scope))),
  divider: () => element("hr"),
  image: (block) => imageBlock(block),
  input,
  rich_text: (block, scope) => richText(block, scope.names),
  markdown: (block) => element("p", { class: "words" }, block.text),
};

function section(block, scope) {
  const fields = (block.fields || []).map((one) => element("p", { class: "words" }, text(one, scope)));
  return element(
    "div",
    { class: "section" },
    element(
      "div",
      { class: "section-body" },
      block.text ? element("p", { class: "words" }, text(block.text, scope)) : null,
      fields.length ? element("div", { class: "fields" }, fields) : null,
    ),
    block.accessory ? control(block.accessory, block, scope).node : null,
  );
}

function contextPart(part, scope) {
  if (part.type === "image") return element("span", { class: "picture" }, part.alt_text);
  return element("span", { class: "words" }, text(part, scope));
}

function imageBlock(block) {
  const title = block.title ? element("figcaption", {}, block.title.text) : null;
  return element("figure", {}, title, element("p", { class: "picture" }, `Picture: ${block.alt_text}`));
}

function input(block, scope) {
  const field = control(block.element, block, scope);
  const error = scope.errors?.[block.block_id];
  const errorId = freshId("error");
  const label = block.label.text + (block.optional ? " (optional)" : "");
  if (error) field.input.setAttribute("aria-describedby", errorId);
  if (error) field.input.setAttribute("aria-invalid", "true");
  const hint = block.hint ? element("p", { class: "hint" }, block.hint.text) : null;
  const trouble = error ? element("p", { class: "error", id: errorId }, error) : null;
  if (field.grouped) return element("fieldset", { class: "input" }, element("legend", {}, label), field.node, hint, trouble);
  return element("div", { class: "input" }, element("label", { for: field.input.id }, label), field.node, hint, trouble);
}

function unknown(block) {
  return element("p", { class: "context" }, `This page does not show blocks of the kind ${block.type}.`);
}

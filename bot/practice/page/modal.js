// The modal that is on top of a person's stack: its fields, its errors, submit and close.

import { blocks } from "./blocks.js";
import { Dialog } from "./dialog.js";
import { button, element } from "./element.js";

export class Modal {
  constructor(pane) {
    this.pane = pane;
    this.dialog = new Dialog(pane.node, pane.body);
    this.shown = "";
    this.fields = [];
  }

  /** Show the topmost of these views, or none. What was typed stays while the same view is shown anew. */
  show(stack) {
    const view = stack.at(-1);
    const mark = view ? view.id + view.hash : "";
    if (mark === this.shown) return;
    const typed = view && this.shown.startsWith(view.id) ? this.values() : {};
    this.shown = mark;
    if (view) this.open(view, typed, {});
    else this.dialog.close();
  }

  open(view, typed, errors) {
    this.fields = [];
    const scope = { ...this.pane.scopeOfView(view), fields: this.fields, errors, values: entries(view.values, typed) };
    const submit = (event) => {
      event.preventDefault();
      this.submit(view);
    };
    const form = element("form", { class: "view", submit }, blocks(view.blocks, scope), this.row(view));
    this.dialog.open(view.title?.text || "", form, { onClose: () => this.close(view) });
    form.querySelector("[aria-invalid]")?.focus();
  }

  row(view) {
    const close = button(view.close?.text || "Close", () => this.close(view), { class: "plain" });
    const submit = view.submit ? element("button", { type: "submit", class: "primary" }, view.submit.text) : null;
    return element("div", { class: "dialog-row" }, close, submit);
  }

  values() {
    const values = {};
    for (const field of this.fields) (values[field.block] ||= {})[field.action] = field.read();
    return values;
  }

  async submit(view) {
    const values = this.values();
    const missing = required(view, values);
    const answer = missing || (await this.pane.doings.act("submit_view", { view_id: view.id, values }));
    const errors = missing ? missing.errors : answer?.errors || {};
    if (Object.keys(errors).length) this.open(view, values, errors);
  }

  close(view) {
    this.pane.doings.act("close_view", { view_id: view.id });
  }
}

/** Slack asks for what is not optional before the app hears of it. */
function required(view, values) {
  const errors = {};
  for (const block of view.blocks) {
    const given = values[block.block_id]?.[block.element?.action_id];
    const empty = given === null || given === "" || (Array.isArray(given) && !given.length);
    if (block.type === "input" && !block.optional && empty) errors[block.block_id] = "Please complete this required field.";
  }
  return Object.keys(errors).length ? { errors } : null;
}

/** What stands in the fields: what was typed, over what the server knows. */
function entries(known, typed) {
  const values = structuredClone(known || {});
  for (const [block, actions] of Object.entries(typed)) {
    for (const [action, choice] of Object.entries(actions)) {
      (values[block] ||= {})[action] = Array.isArray(choice) ? { selected_users: choice } : { value: choice };
    }
  }
  return values;
}


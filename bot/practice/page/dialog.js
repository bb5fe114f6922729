// A dialog over one window: the focus stays in it, Escape closes it, and then the focus goes back.

import { button, element, freshId } from "./element.js";

const FOCUSABLE = "button, [href], input, select, textarea, summary, [tabindex='0']";

export class Dialog {
  /** `host` is the window, `under` what cannot be used while the dialog is open. */
  constructor(host, under, level = "h3") {
    this.host = host;
    this.under = under;
    this.level = level;
    this.node = null;
    this.back = null;
  }

  get isOpen() {
    return this.node !== null;
  }

  /** Show `content` under a title; `onClose` is called when the person closes it. */
  open(title, content, { role = "dialog", onClose }) {
    if (!this.isOpen) this.back = document.activeElement;
    const before = this.node?.contains(document.activeElement) ? document.activeElement.dataset.control : null;
    this.node?.remove();
    const id = freshId("title");
    const heading = element(this.level, { id }, title);
    const head = element("div", { class: "dialog-head" }, heading, button("Close", onClose, { class: "close", "aria-label": "Close dialog" }));
    const box = element("div", { class: "dialog", role, "aria-modal": "true", "aria-labelledby": id, tabindex: -1 }, head, content);
    this.node = element("div", { class: "veil", keydown: (event) => this.key(event, onClose) }, box);
    this.under.inert = true;
    this.host.append(this.node);
    this.focusIn(box, content, before);
  }

  /** Begin where the person was, else at the first field, else at the first button. */
  focusIn(box, content, before) {
    const same = before && box.querySelector(`[data-control="${CSS.escape(before)}"]`);
    (same || content.querySelector("input, select, textarea") || content.querySelector("button") || box).focus();
  }

  close() {
    if (!this.isOpen) return;
    const focused = this.node.contains(document.activeElement);
    this.node.remove();
    this.node = null;
    this.under.inert = Boolean(this.host.querySelector(":scope > .veil"));
    if (focused) (this.back?.isConnected ? this.back : this.host).focus();
  }

  key(event, onClose) {
    if (event.key === "Escape") onClose();
    else if (event.key === "Tab") this.keepInside(event);
    else return;
    event.stopPropagation();
  }

  keepInside(event) {
    const places = [...this.node.querySelectorAll(FOCUSABLE)].filter((place) => !place.disabled);
    const [first, last] = [places[0], places.at(-1)];
    const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last;
    if (!leaving) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}

/** Ask before something is done, as Slack's confirm objects do. */
export function confirm(dialog, question, onYes) {
  const close = () => dialog.close();
  const yes = () => {
    dialog.close();
    onYes();
  };
  const row = element(
    "div",
    { class: "dialog-row" },
    button(question.deny, close, { class: "plain" }),
    button(question.confirm, yes, { class: question.style === "danger" ? "danger" : "primary" }),
  );
  dialog.open(question.title, element("div", {}, element("p", { class: "words" }, question.text), row), { role: "alertdialog", onClose: close });
}

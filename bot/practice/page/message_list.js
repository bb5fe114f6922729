// The messages of a place or a thread, oldest first; it stays at the end unless somebody has scrolled up.

import { element } from "./element.js";
import { messageArticle } from "./message.js";
import { reconcile } from "./reconcile.js";

const NEAR = 60;

export class MessageList {
  constructor(pane, label, inThread = false) {
    this.pane = pane;
    this.inThread = inThread;
    this.node = element("div", { class: "log", role: "log", "aria-live": "off", tabindex: 0, "aria-label": label });
    this.place = "";
  }

  /** Show these messages; `place` names where they are, so that another place begins at its end. */
  show(place, label, messages, counts = new Map()) {
    const atEnd = place !== this.place || this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR;
    this.place = place;
    this.node.setAttribute("aria-label", label);
    reconcile(this.node, messages, {
      key: (message) => message.ts,
      mark: (message) => JSON.stringify([place, message, counts.get(message.ts), this.pane.me]),
      make: (message) => messageArticle(message, { replies: counts.get(message.ts), inThread: this.inThread }, this.pane),
    });
    if (atEnd) this.node.scrollTop = this.node.scrollHeight;
  }
}

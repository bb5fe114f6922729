// The messages of a place or a thread, oldest first; it stays at the end unless somebody has scrolled up.

import { element } from "./element.js";
import { messageArticle } from "./message.js";
import { reconcile } from "./reconcile.js";

const NEAR = 60;
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

export class MessageList {
  constructor(pane, label, inThread = false) {
    this.pane = pane;
    this.inThread = inThread;
    const about = { class: "log", role: "log", "aria-live": "off", tabindex: 0, "aria-label": label };
    this.node = element("div", { ...about, scroll: () => this.scrolled(), keydown: (event) => this.key(event), focusin: () => this.offerTools() });
    this.place = "";
    this.atEnd = true;
    this.top = 0;
    new ResizeObserver(() => this.settle()).observe(this.node);
  }

  /** Show these messages; `place` names where they are, so that another place begins at its end. */
  show(place, label, messages, counts = new Map()) {
    if (place !== this.place) this.atEnd = true;
    this.place = place;
    this.node.setAttribute("aria-label", label);
    reconcile(this.node, messages, {
      key: (message) => message.ts,
      mark: (message) => JSON.stringify([place, message, counts.get(message.ts)]),
      make: (message) => messageArticle(message, { replies: counts.get(message.ts), inThread: this.inThread }, this.pane),
    });
    this.settle();
  }

  /** Stand where the person was: at the end, or as far up as they had scrolled. */
  settle() {
    const top = this.atEnd ? this.node.scrollHeight : this.top;
    if (this.node.clientHeight) this.node.scrollTop = top;
  }

  scrolled() {
    if (!this.node.clientHeight) return;
    this.top = this.node.scrollTop;
    this.atEnd = this.node.scrollHeight - this.top - this.node.clientHeight < NEAR;
  }

  /** The arrows go from message to message, and up from what is in one to itself, unless they are for a field. */
  key(event) {
    if (!(event.key in STEPS) || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    const articles = [...this.node.children];
    const current = articles.findIndex((one) => one.contains(document.activeElement));
    const inside = current >= 0 && articles[current] !== document.activeElement;
    const step = inside && event.key === "ArrowUp" ? 0 : STEPS[event.key];
    articles[current < 0 ? articles.length - 1 : current + step]?.focus();
  }

  /** Tab reaches the actions of the message one is at, and passes over those of all others. */
  offerTools() {
    for (const tool of this.node.querySelectorAll(".tools button")) {
      tool.tabIndex = tool.closest(".message").contains(document.activeElement) ? 0 : -1;
    }
  }
}

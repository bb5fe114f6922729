// The panel of one thread: its messages and a place to reply.

import { Composer } from "./composer.js";
import { button, element, freshId } from "./element.js";
import { MessageList } from "./message_list.js";

export class Thread {
  constructor(pane) {
    this.pane = pane;
    this.ts = "";
    this.list = new MessageList(pane, "Replies", true);
    this.composer = new Composer((text) => pane.doings.reply(text, this.ts));
    this.composer.label("Reply in thread", "Send reply");
    const id = freshId("thread");
    const head = element("div", { class: "thread-head" }, element("h3", { id }, "Thread"), button("Close", () => this.close(), { "aria-label": "Close thread" }));
    this.node = element("section", { class: "thread", "aria-labelledby": id, hidden: true }, head, this.list.node, this.composer.node);
    this.node.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  open(ts) {
    this.ts = ts;
    this.node.hidden = false;
    this.pane.refresh();
    this.composer.field.focus();
  }

  close() {
    if (!this.ts) return;
    const focused = this.node.contains(document.activeElement);
    this.ts = "";
    this.node.hidden = true;
    if (focused) this.pane.composer.field.focus();
  }

  show(messages) {
    const inThread = messages.filter((message) => message.ts === this.ts || message.thread_ts === this.ts);
    if (this.ts && !inThread.length) this.close();
    if (this.ts) this.list.show(this.ts, "Replies", inThread);
  }
}

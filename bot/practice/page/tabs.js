// The tabs of the direct message with the app: Messages and Home.

import { element } from "./element.js";

export class Tabs {
  constructor(pane) {
    this.pane = pane;
    this.chosen = "messages";
    this.buttons = ["messages", "home"].map((name) => this.tab(name));
    this.node = element("div", { class: "tabs", role: "tablist", "aria-label": "App", keydown: (event) => this.key(event) }, this.buttons);
  }

  tab(name) {
    const label = { messages: "Messages", home: "Home" }[name];
    return element("button", { type: "button", role: "tab", "data-tab": name, click: () => this.choose(name) }, label);
  }

  show(visible) {
    this.node.hidden = !visible;
    for (const one of this.buttons) {
      const on = one.dataset.tab === this.chosen;
      one.setAttribute("aria-selected", String(on));
      one.tabIndex = on ? 0 : -1;
    }
  }

  choose(name, tell = true) {
    this.chosen = name;
    if (!tell) return;
    this.pane.thread.close();
    this.pane.refresh();
    this.pane.doings.act("open_home", { tab: name });
  }

  key(event) {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = this.buttons.find((one) => one.dataset.tab !== this.chosen);
    this.choose(other.dataset.tab);
    other.focus();
  }
}

// The Home tab of the app, as the app has published it for this person.

import { blocks } from "./blocks.js";
import { element } from "./element.js";

export class Home {
  constructor(pane) {
    this.pane = pane;
    this.node = element("div", { class: "home", role: "tabpanel", tabindex: 0, "aria-label": "Home" });
    this.mark = "";
  }

  show(view) {
    const mark = view ? view.id + view.hash + this.pane.me : `none ${this.pane.me}`;
    if (mark === this.mark) return;
    this.mark = mark;
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.control : null;
    const top = this.node.scrollTop;
    this.node.replaceChildren(...this.content(view));
    this.node.scrollTop = top;
    if (focused !== null) this.refocus(focused);
  }

  content(view) {
    if (!view) return [element("p", { class: "empty" }, "The app shows nothing here yet.")];
    return blocks(view.blocks, { ...this.pane.scopeOfView(view), values: view.values });
  }

  refocus(name) {
    const same = name && this.node.querySelector(`[data-control="${CSS.escape(name)}"]`);
    (same || this.node).focus({ preventScroll: true });
  }
}

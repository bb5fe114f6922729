// The places of one person: the direct message with the app, and the channels; unread ones say how many.

import { button, element } from "./element.js";

export class Sidebar {
  constructor(pane, label) {
    this.pane = pane;
    this.list = element("ul", {});
    this.node = element("nav", { class: "sidebar", "aria-label": label }, this.list);
    this.mark = "";
  }

  show(places, current) {
    const mark = JSON.stringify([places.map(({ id, name, unread }) => [id, name, unread]), current]);
    if (mark === this.mark) return;
    this.mark = mark;
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.control : null;
    this.list.replaceChildren(...places.map((place) => element("li", {}, this.row(place, current))));
    if (focused) this.list.querySelector(`[data-control="${CSS.escape(focused)}"]`)?.focus();
  }

  row(place, current) {
    const sign = element("span", { class: "sign", "aria-hidden": "true" }, place.direct ? "●" : "#");
    const unread = place.unread ? element("span", { class: "unread" }, `${place.unread}`, element("span", { class: "unseen" }, " unread")) : null;
    return button([sign, element("span", { class: "place" }, place.name), unread], () => this.pane.go(place.id), {
      "aria-current": place.id === current ? "page" : null,
      "data-control": place.id,
    });
  }
}

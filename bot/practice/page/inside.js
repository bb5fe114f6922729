// What happens inside: where the machine is, what was told, the case, and what went between Slack and the app.

import { element } from "./element.js";
import { FaultBox } from "./faults.js";
import { reconcile } from "./reconcile.js";

export class Inside {
  constructor(node, onTrouble) {
    this.talk = element("div", { class: "talk" });
    this.calls = element("ol", { class: "traffic", reversed: true });
    this.deliveries = element("ol", { class: "traffic", reversed: true });
    this.faults = new FaultBox(onTrouble);
    const scroll = element("div", { class: "inside-body", tabindex: 0, role: "group", "aria-label": "Details" });
    scroll.append(
      part("The filer's conversation", this.talk),
      part("Calls of the app", this.calls),
      part("Deliveries to the app", this.deliveries),
      part("Let something go wrong", this.faults.node),
    );
    node.append(element("div", { class: "pane-head" }, element("h2", {}, "What happens inside")), scroll);
  }

  show(inside, traffic) {
    const mark = JSON.stringify(inside);
    if (mark !== this.mark) this.talk.replaceChildren(...talk(inside));
    this.mark = mark;
    list(this.calls, traffic.calls, callRow);
    list(this.deliveries, traffic.deliveries, deliveryRow);
    this.faults.show(traffic);
  }
}

function part(title, body) {
  return element("section", { class: "part" }, element("h3", {}, title), body);
}

function list(node, items, make) {
  reconcile(node, items, { key: (item) => String(item.number), mark: JSON.stringify, make });
}

function talk(inside) {
  const notice = inside.notice ? element("p", { class: "notice" }, `Notice before every answer: ${inside.notice}`) : null;
  return [notice, ...(inside.talk ? kept(inside) : [nothing()])].filter(Boolean);
}

function nothing() {
  return element("p", { class: "hint" }, "Nothing is kept of this person yet.");
}

function kept(inside) {
  const { talk: now, case: request } = inside;
  const rows = [
    ["State", element("code", {}, now.ended ? `${now.state} (ended)` : now.state)],
    ["Flow", `${now.flow}, talk ${now.number}`],
    ["Has the word", now.helper ? `${now.owner} (${now.helper})` : now.owner],
    ["Case", request ? `${request.number}, ${request.state}${request.owner ? `, ${request.owner}` : ""}, because of ${request.reason}` : "none"],
    ["Path", now.path.length ? now.path.join(" → ") : "empty"],
  ];
  const facts = rows.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]).flat();
  return [element("dl", {}, facts), told(now.told), steps(now.steps)];
}

function told(answers) {
  if (!answers.length) return null;
  const head = element("tr", {}, ["Question", "Answer", "Told at"].map((name) => element("th", { scope: "col" }, name)));
  const rows = answers.map((one) => {
    const at = new Date(one.at / 1000).toLocaleTimeString();
    return element("tr", {}, element("td", {}, one.question), element("td", {}, one.answer), element("td", {}, at));
  });
  return element("table", {}, element("caption", {}, "Told"), element("thead", {}, head), element("tbody", {}, rows));
}

function steps(list_) {
  if (!list_.length) return null;
  const rows = list_.map((step) => element("li", {}, `${step.id}: ${step.done ? "done" : "open"}`));
  return element("div", {}, element("h4", {}, "Steps"), element("ul", {}, rows));
}

function callRow(call) {
  const outcome = call.fault ? `fault ${call.fault}` : call.error || "ok";
  const bad = call.fault || call.error || call.status !== 200;
  const status = call.status || "cut off";
  return element("li", { class: bad ? "bad" : "" }, element("code", {}, call.method), ` ${status} ${outcome}, ${call.ms} ms`);
}

function deliveryRow(delivery) {
  const tries = delivery.attempts > 1 ? `, ${delivery.attempts} attempts` : "";
  const trouble = delivery.trouble ? `, ${delivery.trouble}` : "";
  const row = ` ${delivery.kind}, ${delivery.state}, ${delivery.ms} ms${tries}${trouble}`;
  return element("li", { class: delivery.state === "acknowledged" ? "" : "bad" }, element("code", {}, delivery.what), row);
}

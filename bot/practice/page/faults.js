// Faults to play with: what Slack does to the next calls and deliveries.

import { button, element } from "./element.js";
import { post } from "./server.js";

const FAULTS = [
  ["Rate limit (429) on the next call", "faults", { web: [{ kind: "ratelimited", method: "chat.postMessage", seconds: 2 }] }],
  ["Error 500 after the message was posted", "faults", { web: [{ kind: "error_after", method: "chat.postMessage" }] }],
  ["Cut the next call off", "faults", { web: [{ kind: "drop_after", method: "chat.postMessage" }] }],
  ["Deliver the next message twice", "faults", { deliveries: [{ kind: "duplicate" }] }],
  ["Deliver the next two messages in the wrong order", "faults", { deliveries: [{ kind: "reorder" }] }],
  ["Disconnect Socket Mode", "sockets", { disconnect: "refresh_requested" }],
];

export class FaultBox {
  constructor(onTrouble) {
    this.onTrouble = onTrouble;
    this.waiting = element("p", { class: "hint" });
    const buttons = FAULTS.map(([label, path, body]) => button(label, () => this.send(path, body), { class: "plain" }));
    this.disconnect = buttons.at(-1);
    const clear = button("Clear faults", () => this.send("faults/clear", {}), { class: "plain" });
    this.node = element("div", { class: "faults" }, buttons, clear, this.waiting);
  }

  show({ faults, connections, mode }) {
    const named = [...faults.web, ...faults.deliveries].map((fault) => `${fault.kind} (${fault.count})`);
    this.disconnect.disabled = mode === "HTTP";
    const line = mode === "HTTP" ? "HTTP" : `${mode}, ${connections} open`;
    const said = `${line}. ${named.length ? `To come: ${named.join(", ")}.` : "No fault is waiting."}`;
    if (this.waiting.textContent !== said) this.waiting.textContent = said;
  }

  async send(path, body) {
    try {
      await post(path, body);
    } catch (error) {
      this.onTrouble(error.message);
    }
  }
}

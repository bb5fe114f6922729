// Says new messages of others to those who do not see the screen, without moving their focus.

import { spoken } from "./mrkdwn.js";

export class Announcer {
  constructor(node) {
    this.node = node;
    this.said = new Map();
  }

  /** What is new in this window since the last time, in words; the first time nothing is. */
  hear(pane, title) {
    const { me, state } = pane;
    const messages = state.seen.channels.flatMap((place) => place.messages.filter((one) => one.user !== me));
    const newest = Math.max(0, ...messages.map((one) => Number(one.ts)));
    const before = this.said.get(title + me);
    this.said.set(title + me, Math.max(newest, before ?? 0));
    if (before === undefined) return [];
    const fresh = messages.filter((message) => Number(message.ts) > before);
    return fresh.map((one) => `${title}: ${pane.names(one.user)}: ${spoken(one.text || "", pane.names)}`);
  }

  say(words) {
    if (words.length) this.node.textContent = words.join("\n");
  }
}

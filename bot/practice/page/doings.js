// What a person does in their window; the server hears of it, and what went wrong is said.

import { confirm } from "./dialog.js";
import { post } from "./server.js";

export class Doings {
  /** `pane` says who does it and where; `onOutcome` hears what went wrong, or nothing. */
  constructor(pane, onOutcome) {
    this.pane = pane;
    this.onOutcome = onOutcome;
  }

  /** Do something as this person. Gives the answer, or null when it was refused. */
  async act(name, fields) {
    try {
      const answer = await post(`act/${name}`, { person: this.pane.me, ...fields });
      const silent = answer.state === "under way" || answer.state === "given up";
      this.onOutcome(silent ? "The app did not answer in time." : "");
      return answer;
    } catch (error) {
      this.onOutcome(error.message);
      return null;
    }
  }

  /** Send what was typed: a command or a message. */
  send(text) {
    if (text.startsWith("/")) this.command(text);
    else this.act("say", { text, channel: this.pane.channel });
  }

  /** Answer in the thread with this ts, where Slack takes no commands. */
  reply(text, ts) {
    if (text.startsWith("/")) this.onOutcome("Commands do not work in threads.");
    else this.act("say", { text, channel: this.pane.channel, thread_ts: ts });
  }

  command(text) {
    const [command, ...words] = text.split(" ");
    const known = this.pane.state.commands.some(([one]) => one.split(" ")[0] === command);
    if (!known) this.onOutcome(`${command} is not a command here.`);
    else this.act("command", { command, text: words.join(" "), channel: this.pane.channel });
  }

  edit(message, text) {
    this.act("edit", { ts: message.ts, text, channel: this.pane.channel });
  }

  remove(message) {
    const question = { title: "Delete message", text: "Delete this message? This cannot be undone.", confirm: "Delete", deny: "Cancel", style: "danger" };
    const remove = () => this.act("delete", { ts: message.ts, channel: this.pane.channel });
    confirm(this.pane.confirming, question, remove);
  }

  /** Use a control of a message or a view, after its own question if it has one. */
  use(act, place, part, choice) {
    const press = () => this.press(act, place, part, choice);
    if (part.confirm) confirm(this.pane.confirming, asked(part.confirm), press);
    else press();
  }

  press(act, place, part, choice) {
    if (part.url && /^https?:/.test(part.url)) window.open(part.url, "_blank", "noopener");
    const what = { action_id: part.action_id, ...(part.value ? { value: part.value } : {}) };
    this.act(act, { ...place, ...what, ...(choice === null ? {} : { choice }) });
  }
}

function asked({ title, text, confirm: yes, deny, style }) {
  return { title: title.text, text: text.text, confirm: yes.text, deny: deny.text, style };
}

// One person's window: places at the left, messages or Home in the middle, a thread beside them.

import { Composer } from "./composer.js";
import { confirm, Dialog } from "./dialog.js";
import { element } from "./element.js";
import { Home } from "./home.js";
import { MessageList } from "./message_list.js";
import { Modal } from "./modal.js";
import { unreadIn } from "./reading.js";
import { post } from "./server.js";
import { Sidebar } from "./sidebar.js";
import { Tabs } from "./tabs.js";
import { Thread } from "./thread.js";
import { unescaped } from "./mrkdwn.js";

export const DIRECT = "direct";

export class Pane {
  /** `node` is the window's section, `role` filer or staff, `onPerson` hears who is chosen, `onOutcome` what went wrong, or nothing. */
  constructor(node, role, { title, onPerson, onOutcome }) {
    this.node = node;
    this.role = role;
    this.onOutcome = onOutcome;
    this.state = null;
    this.current = role === "staff" ? "" : DIRECT;
    this.read = new Map();
    this.editing = null;
    this.person = element("select", { "aria-label": `${title}: person`, change: () => onPerson(this.person.value) });
    this.sidebar = new Sidebar(this, `${title}: places`);
    this.list = new MessageList(this, "Messages");
    this.home = new Home(this);
    this.tabs = new Tabs(this);
    this.composer = new Composer((text) => this.send(text), { commands: () => this.state.commands, onEscape: () => this.leaveEdit() });
    this.thread = new Thread(this);
    this.body = element("div", { class: "pane-body" }, this.sidebar.node, this.middle(), this.thread.node);
    this.node.append(element("div", { class: "pane-head" }, element("h2", {}, title), this.person), this.body);
    this.confirming = new Dialog(this.node, this.body);
    this.modal = new Modal(this);
  }

  middle() {
    this.heading = element("h3", { class: "place-name" });
    return element(
      "div",
      { class: "middle" },
      element("div", { class: "place-head" }, this.heading, this.tabs.node),
      this.list.node,
      this.home.node,
      this.composer.node,
    );
  }

  /** Show a new state: `workspace`, `commands`, and what this person sees. */
  show(workspace, commands, seen) {
    if (seen.me !== this.me) this.become();
    this.state = { workspace, commands, seen };
    this.refresh();
  }

  become() {
    this.current = this.role === "staff" ? "" : DIRECT;
    this.read.clear();
    this.editing = null;
    this.thread.close();
    this.tabs.choose("messages", false);
  }

  refresh() {
    const places = this.places();
    if (!places.some((place) => place.id === this.current)) this.current = (places.find((place) => !place.direct) || places[0]).id;
    const place = places.find((one) => one.id === this.current);
    this.showPeople();
    this.showPlace(place);
    for (const one of places) one.unread = unreadIn(one, this.me, this.read);
    this.sidebar.show(places, this.current);
    this.modal.show(this.state.seen.modals);
  }

  showPeople() {
    const people = this.state.workspace.people.filter((one) => !one.bot && one.staff === (this.role === "staff"));
    const mark = JSON.stringify(people);
    if (mark !== this.peopleMark) {
      this.person.replaceChildren(...people.map((one) => element("option", { value: one.id }, one.name)));
      this.peopleMark = mark;
    }
    this.person.value = this.me;
  }

  showPlace(place) {
    const atHome = place.direct && this.tabs.chosen === "home";
    this.heading.textContent = place.direct ? place.name : `# ${place.name}`;
    this.tabs.show(place.direct);
    this.list.node.hidden = this.composer.node.hidden = atHome;
    this.home.node.hidden = !atHome;
    this.home.show(this.state.seen.home);
    this.composer.label(this.editing ? "Edit your message" : `Message ${place.name}`, this.editing ? "Save" : "Send");
    const label = place.direct ? `Messages with ${place.name}` : `Messages in ${place.name}`;
    this.list.show(place.id + this.me, label, place.messages.filter((one) => !isReply(one)), replyCounts(place.messages));
    this.thread.show(place.messages);
    if (!atHome && this.isVisible && place.messages.length) this.read.set(place.id, place.messages.at(-1).ts);
  }

  places() {
    const { workspace, seen } = this.state;
    const direct = seen.channels.find((one) => one.kind === "im");
    const first = { id: DIRECT, channel: direct?.id || "", name: this.names(workspace.app), direct: true, messages: direct?.messages || [] };
    const others = seen.channels.filter((one) => one.kind !== "im");
    return [first, ...others.map((one) => ({ ...one, channel: one.id, direct: false }))];
  }

  get isVisible() {
    return this.node.offsetParent !== null;
  }

  /** How many messages wait in all places of this person. */
  get unread() {
    return this.places().reduce((sum, place) => sum + unreadIn(place, this.me, this.read), 0);
  }

  get me() {
    return this.state?.seen.me;
  }

  get channel() {
    return this.current === DIRECT ? "" : this.current;
  }

  names = (id) => {
    const { workspace, seen } = this.state;
    return [...workspace.people, ...seen.channels].find((one) => one.id === id)?.name || "";
  };

  isApp(id) {
    return id === this.state.workspace.app;
  }

  go(place) {
    this.current = place;
    this.editing = null;
    this.thread.close();
    this.refresh();
  }

  openThread(ts) {
    this.thread.open(ts);
  }

  scope(use) {
    const people = () => this.state.workspace.people.filter((one) => !one.bot);
    const channels = () => this.state.seen.channels.filter((one) => one.kind !== "im");
    const asked = (part, choice, node) => (part.confirm ? this.askFirst(part, () => use(part, choice, node)) : use(part, choice, node));
    return { names: this.names, people, channels, use: asked };
  }

  scopeOf(message) {
    return this.scope((part, choice) => this.press("press", { ts: message.ts, channel: this.channel }, part, choice));
  }

  scopeOfView(view) {
    return this.scope((part, choice) => this.press("press_in_view", { view_id: view.id }, part, choice));
  }

  press(act, place, part, choice) {
    if (part.url && /^https?:/.test(part.url)) window.open(part.url, "_blank", "noopener");
    const what = { action_id: part.action_id, ...(part.value ? { value: part.value } : {}) };
    this.act(act, { ...place, ...what, ...(choice === null ? {} : { choice }) });
  }

  askFirst(part, onYes) {
    const words = part.confirm;
    confirm(this.confirming, { title: words.title.text, text: words.text.text, confirm: words.confirm.text, deny: words.deny.text, style: words.style }, onYes);
  }

  send(text) {
    if (this.editing) this.saveEdit(text);
    else if (text.startsWith("/")) this.command(text);
    else this.say(text, "");
  }

  say(text, thread) {
    this.act("say", { text, channel: this.channel, ...(thread ? { thread_ts: thread } : {}) });
  }

  command(text) {
    const [command, ...words] = text.split(" ");
    const known = this.state.commands.some(([one]) => one.split(" ")[0] === command);
    if (!known) this.onOutcome(`${command} is not a command here.`);
    else this.act("command", { command, text: words.join(" "), channel: this.channel });
  }

  edit(message) {
    this.thread.close();
    this.editing = message;
    this.refresh();
    this.composer.begin(unescaped(message.text));
  }

  /** Leave the message as it is. */
  leaveEdit() {
    if (!this.editing) return;
    this.editing = null;
    this.composer.begin("");
    this.refresh();
  }

  saveEdit(text) {
    const { ts } = this.editing;
    this.editing = null;
    this.refresh();
    this.act("edit", { ts, text, channel: this.channel });
  }

  remove(message) {
    const question = { title: "Delete message", text: "Delete this message? This cannot be undone.", confirm: "Delete", deny: "Cancel", style: "danger" };
    confirm(this.confirming, question, () => this.act("delete", { ts: message.ts, channel: this.channel }));
  }

  /** Do something as this person. What went wrong is said, and gives null. */
  async act(name, fields) {
    try {
      const answer = await post(`act/${name}`, { person: this.me, ...fields });
      const silent = answer.state === "under way" || answer.state === "given up";
      this.onOutcome(silent ? "The app did not answer in time." : "");
      return answer;
    } catch (error) {
      this.onOutcome(error.message);
      return null;
    }
  }
}

function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts && message.subtype !== "thread_broadcast";
}

function replyCounts(messages) {
  const counts = new Map();
  for (const one of messages.filter(isReply)) counts.set(one.thread_ts, (counts.get(one.thread_ts) || 0) + 1);
  return counts;
}

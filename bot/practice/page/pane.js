// One person's window: places at the left, messages or Home in the middle, a thread beside them.

import { Composer } from "./composer.js";
import { Dialog } from "./dialog.js";
import { Doings } from "./doings.js";
import { element } from "./element.js";
import { Home } from "./home.js";
import { MessageList } from "./message_list.js";
import { Modal } from "./modal.js";
import { unescaped } from "./mrkdwn.js";
import { DIRECT, isReply, placesOf, replyCounts, unreadIn } from "./places.js";
import { Sidebar } from "./sidebar.js";
import { Tabs } from "./tabs.js";
import { Thread } from "./thread.js";

export class Pane {
  /** `node` is the window's section, `role` filer or staff, `onPerson` hears who is chosen. */
  constructor(node, role, { title, onPerson, onOutcome }) {
    this.node = node;
    this.role = role;
    this.doings = new Doings(this, onOutcome);
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
    return placesOf(this.state);
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

  /** What the blocks of a message need to know. */
  scopeOf(message) {
    return this.scope("press", { ts: message.ts, channel: this.channel });
  }

  /** The same of a view. */
  scopeOfView(view) {
    return this.scope("press_in_view", { view_id: view.id });
  }

  scope(act, place) {
    const people = () => this.state.workspace.people.filter((one) => !one.bot);
    const channels = () => this.state.seen.channels.filter((one) => one.kind !== "im");
    return { names: this.names, people, channels, use: (part, choice) => this.doings.use(act, place, part, choice) };
  }

  send(text) {
    if (!this.editing) {
      this.doings.send(text);
      return;
    }
    this.doings.edit(this.editing, text);
    this.editing = null;
    this.refresh();
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
}

// The page: two windows and a margin, fed by one line from the practice server.

import { Announcer } from "./announcer.js";
import { Inside } from "./inside.js";
import { listKeys, watchKeys } from "./keys.js";
import { Pane } from "./pane.js";
import { Line, post } from "./server.js";
import { showWindow, tellUnread, watchSwitch } from "./windows.js";

const found = (id) => document.getElementById(id);
const announcer = new Announcer(found("announcer"));
const FIRST = { filer: "filer", staff: "staff" };
const people = { ...FIRST };
const line = new Line(show, (open) => say(open ? "Connected" : "The practice server does not answer. Trying again…"), beginAgain);
const titles = { filer: "Filer", staff: "Staff" };
const panes = Object.fromEntries(Object.entries(titles).map(([role, title]) => [role, makePane(role, title)]));
const inside = new Inside(found("inside"), say);

function makePane(role, title) {
  return new Pane(found(role), role, { title, onPerson: (person) => choose(role, person), onOutcome: (words) => say(words || "Connected") });
}

function show(state) {
  for (const [role, pane] of Object.entries(panes)) pane.show(state.workspace, state.commands[role], state[role]);
  announcer.say(Object.entries(panes).flatMap(([role, pane]) => announcer.hear(pane, titles[role])));
  tellAllUnread();
  inside.show(state.inside, state.traffic);
  document.body.dataset.ready = "yes";
}

function tellAllUnread() {
  for (const [role, pane] of Object.entries(panes)) tellUnread(role, titles[role], pane.unread);
}

/** The server was started anew, and knows only its first people. */
function beginAgain() {
  Object.assign(people, FIRST);
  line.watch(people.filer, people.staff);
}

function choose(role, person) {
  people[role] = person;
  line.watch(people.filer, people.staff);
}

function say(words) {
  found("line").textContent = words;
}

async function startOver() {
  const { id } = await post("person", {});
  choose("filer", id);
  showWindow("filer");
  panes.filer.composer.field.focus();
}

found("start-over").addEventListener("click", () => startOver().catch((error) => say(error.message)));
found("keys-button").addEventListener("click", listKeys);
watchSwitch(() => {
  for (const pane of Object.values(panes)) pane.refresh();
  tellAllUnread();
});
watchKeys();
line.watch(people.filer, people.staff);

// Keys of the page, and the list of them.

import { Dialog } from "./dialog.js";
import { element } from "./element.js";
import { showWindow } from "./windows.js";

const WINDOWS = ["filer", "staff", "inside"];
const KEYS = [
  ["F6, Shift+F6", "next window, window before"],
  ["Enter", "send the message"],
  ["Shift+Enter", "begin a new line"],
  ["Arrow up, Arrow down", "among the messages, from message to message; Tab then goes to its actions"],
  ["/", "first in a message: list the commands; arrows choose, Tab takes one"],
  ["Escape", "close a dialog, a thread or the list of commands; leave a message as it was"],
  ["Arrow left, Arrow right", "between the tabs Messages and Home"],
];

export function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6") return;
    event.preventDefault();
    turn(event.shiftKey ? -1 : 1);
  });
}

/** Go to the next window: to where one types, if one can type there. */
function turn(step) {
  const current = WINDOWS.findIndex((id) => document.getElementById(id).contains(document.activeElement));
  const name = WINDOWS[(current + step + WINDOWS.length) % WINDOWS.length] || WINDOWS[0];
  showWindow(name);
  const section = document.getElementById(name);
  const field = section.querySelector(".veil .dialog") || section.querySelector(".middle .composer:not([hidden]) textarea");
  (field || section).focus();
}

export function listKeys() {
  const dialog = new Dialog(document.body, document.getElementById("windows"), "h2");
  const rows = KEYS.flatMap(([keys, does]) => [element("dt", {}, keys), element("dd", {}, does)]);
  dialog.open("Keys", element("dl", { class: "keys" }, rows), { onClose: () => dialog.close() });
}

// Where a person types: Enter sends, Shift+Enter begins a new line, a slash shows the commands.

import { element, freshId } from "./element.js";

export class Composer {
  /** `onSend` gets the text; `commands` gives pairs of a command and what it does. */
  constructor(onSend, { commands = () => [], onEscape = () => {} } = {}) {
    this.onSend = onSend;
    this.onEscape = onEscape;
    this.commands = commands;
    this.hints = element("ul", { class: "hints", role: "listbox", id: freshId("hints"), "aria-label": "Commands", hidden: true });
    const about = { rows: 1, "aria-autocomplete": "list", "aria-controls": this.hints.id };
    this.field = element("textarea", { ...about, input: () => this.grow(), keydown: (event) => this.key(event) });
    this.button = element("button", { type: "submit", class: "send" }, "Send");
    const send = (event) => {
      event.preventDefault();
      this.send();
    };
    const row = element("div", { class: "composer-row" }, this.field, this.button);
    this.node = element("form", { class: "composer", submit: send }, this.hints, row);
    this.chosen = -1;
  }

  label(words, send = "Send") {
    this.field.setAttribute("aria-label", words);
    this.field.placeholder = words;
    this.button.textContent = send;
  }

  begin(text) {
    this.field.value = text;
    this.grow();
    this.field.focus();
  }

  send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.grow();
    this.onSend(text);
  }

  key(event) {
    if (!this.hints.hidden && this.hintKey(event)) return;
    if (event.key === "Escape") this.onEscape();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  /** Arrows choose among the hints, Tab takes one, Escape hides them. True when the key was for the hints. */
  hintKey(event) {
    const count = this.hints.children.length;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) this.choose((this.chosen + steps[event.key] + count) % count);
    else if (event.key === "Escape") this.hideHints();
    else if ((event.key === "Tab" || event.key === "Enter") && this.chosen >= 0) this.take(this.chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  choose(place) {
    this.chosen = place;
    [...this.hints.children].forEach((hint, at) => hint.setAttribute("aria-selected", String(at === place)));
    this.hints.children[place]?.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", this.hints.children[place]?.id || "");
  }

  take(place) {
    this.field.value = this.hints.children[place].dataset.command;
    this.hideHints();
    this.field.focus();
  }

  hideHints() {
    this.hints.hidden = true;
    this.chosen = -1;
    this.field.removeAttribute("aria-activedescendant");
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 180)}px`;
    this.hint();
  }

  hint() {
    const typed = this.field.value;
    const fitting = typed.startsWith("/") ? this.commands().filter(([command]) => command.startsWith(typed)) : [];
    const rows = fitting.filter(([command]) => command !== typed).map(([command, does], place) => this.row(command, does, place));
    this.hints.replaceChildren(...rows);
    this.hideHints();
    this.hints.hidden = rows.length === 0;
  }

  row(command, does, place) {
    const about = { id: freshId("hint"), role: "option", "aria-selected": "false", "data-command": command };
    const take = (event) => {
      event.preventDefault();
      this.take(place);
    };
    return element("li", { ...about, mousedown: take }, element("strong", {}, command), ` ${does}`);
  }
}

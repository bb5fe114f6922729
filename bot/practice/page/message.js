// One message: who, when, what it says, and what can be done with it.

import { blocks } from "./blocks.js";
import { button, element } from "./element.js";
import { mrkdwn, spoken } from "./mrkdwn.js";

/** The article of a message. `replies` is how many its thread holds, `inThread` whether it is shown there. */
export function messageArticle(message, { replies, inThread }, pane) {
  const author = pane.names(message.user) || "Slackbot";
  const name = `${author}: ${spoken(message.text || "", pane.names)}`;
  const whispered = message.is_ephemeral ? element("p", { class: "only-you" }, "Only visible to you") : null;
  return element(
    "article",
    { class: "message", tabindex: -1, "aria-label": whispered ? `Only visible to you. ${name}` : name },
    avatar(author, message, pane),
    element(
      "div",
      { class: "message-body" },
      whispered,
      heading(author, message, pane),
      content(message, pane),
      inThread ? null : threadLink(message, replies, pane),
    ),
    toolbar(message, inThread, pane),
  );
}

function avatar(author, message, pane) {
  const kind = pane.isApp(message.user) ? "app" : "person";
  const letters = author.split(" ").map((word) => word[0]).join("").slice(0, 2);
  return element("span", { class: `avatar ${kind}`, "aria-hidden": "true" }, letters);
}

function heading(author, message, pane) {
  const at = new Date(Number(message.ts) * 1000);
  const time = at.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  const badge = pane.isApp(message.user) ? element("span", { class: "badge" }, "App") : null;
  const edited = message.edited ? element("span", { class: "edited" }, "(edited)") : null;
  const clock = element("time", { datetime: at.toISOString() }, time);
  return element("p", { class: "author" }, element("strong", {}, author), badge, clock, edited);
}

function content(message, pane) {
  if (message.subtype === "tombstone") return element("p", { class: "gone" }, message.text);
  const scope = pane.scopeOf(message);
  const shown = message.blocks?.length
    ? blocks(message.blocks, scope)
    : [element("p", { class: "words" }, mrkdwn(message.text || "", pane.names))];
  return element("div", { class: "content" }, shown);
}

function threadLink(message, replies, pane) {
  if (!replies) return null;
  const label = replies === 1 ? "1 reply" : `${replies} replies`;
  return button(label, () => pane.openThread(message.ts), { class: "replies", "data-control": "replies" });
}

function toolbar(message, inThread, pane) {
  const own = message.user === pane.me && !message.subtype && !message.is_ephemeral;
  const offered = [
    !message.is_ephemeral && !inThread && ["Reply in thread", () => pane.openThread(message.ts)],
    own && ["Edit", () => pane.edit(message)],
    own && ["Delete", () => pane.doings.remove(message)],
  ].filter(Boolean);
  if (!offered.length) return null;
  const buttons = offered.map(([label, act]) => button(label, act, { tabindex: -1, "data-control": label }));
  return element("div", { class: "tools", role: "group", "aria-label": "Message actions" }, buttons);
}

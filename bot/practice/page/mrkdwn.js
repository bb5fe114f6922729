// Slack's markup as elements: *bold*, _italic_, ~strike~, `code`, <links|words>, <@people> and > quotes.

import { element } from "./element.js";

const PARTS = new RegExp(
  [
    "```(?<block>[\\s\\S]+?)```",
    "`(?<code>[^`\\n]+)`",
    "<(?<mark>[^<>\\n]+)>",
    "(?<![\\p{L}\\p{N}*])\\*(?<strong>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\p{L}\\p{N}*])",
    "(?<![\\p{L}\\p{N}_])_(?<em>[^\\s_](?:[^_\\n]*[^\\s_])?)_(?![\\p{L}\\p{N}_])",
    "(?<![\\p{L}\\p{N}~])~(?<s>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\p{L}\\p{N}~])",
  ].join("|"),
  "gu",
);
const SAFE = /^(?:https?:\/\/|mailto:|tel:)/i;

export function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The nodes of a text in markup; `names` gives the name of a person or channel by id. */
export function mrkdwn(text, names) {
  const nodes = [];
  for (const { quoted, lines } of stretches(text)) {
    const inner = inline(lines.join("\n"), names);
    if (quoted) nodes.push(element("blockquote", {}, inner));
    else nodes.push(...inner);
  }
  return nodes;
}

/** The same in plain words, for a name that is read aloud. */
export function spoken(text, names) {
  return mrkdwn(text, names).map((node) => (typeof node === "string" ? node : node.textContent)).join("");
}

function stretches(text) {
  const found = [];
  for (const line of text.split("\n")) {
    const quoted = /^(?:&gt;|>) ?/.test(line);
    const said = quoted ? line.replace(/^(?:&gt;|>) ?/, "") : line;
    const last = found.at(-1);
    if (last && last.quoted === quoted) last.lines.push(said);
    else found.push({ quoted, lines: [said] });
  }
  return found;
}

function inline(text, names) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(PARTS)) {
    if (found.index > from) nodes.push(unescaped(text.slice(from, found.index)));
    nodes.push(styled(found.groups, names));
    from = found.index + found[0].length;
  }
  if (from < text.length) nodes.push(unescaped(text.slice(from)));
  return nodes;
}

function styled(groups, names) {
  if (groups.block) return element("pre", {}, unescaped(groups.block.replace(/^\n/, "")));
  if (groups.code) return element("code", {}, unescaped(groups.code));
  if (groups.mark) return marked(groups.mark, names);
  const tag = ["strong", "em", "s"].find((name) => groups[name]);
  return element(tag, {}, inline(groups[tag], names));
}

function marked(mark, names) {
  const [target, words] = mark.split(/\|(.*)/s);
  if (target.startsWith("@")) return mention(`@${names(target.slice(1)) || words || target.slice(1)}`);
  if (target.startsWith("#")) return mention(`#${names(target.slice(1)) || words || target.slice(1)}`);
  if (target.startsWith("!date")) return unescaped(words || "");
  if (target.startsWith("!")) return mention(`@${(words || target.slice(1)).replace(/^@/, "")}`);
  return link(unescaped(target), unescaped(words || target));
}

export function mention(label) {
  return element("span", { class: "mention" }, label);
}

/** A link that opens in a window of its own; what is no web or mail address stays text. */
export function link(target, words) {
  if (!SAFE.test(target)) return words;
  return element("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, words);
}

// Rich text blocks as elements: sections, quotes, lists, preformatted text, styles and mentions.

import { element } from "./element.js";
import { link, mention } from "./mrkdwn.js";

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code" };

export function richText(block, names) {
  return element("div", { class: "rich" }, (block.elements || []).map((part) => shown(part, names)));
}

function shown(part, names) {
  if (part.type === "rich_text_list") return list(part, names);
  const tag = { rich_text_quote: "blockquote", rich_text_preformatted: "pre" }[part.type] || "p";
  return element(tag, {}, pieces(part, names));
}

function list(part, names) {
  const items = (part.elements || []).map((item) => element("li", {}, pieces(item, names)));
  return element(part.style === "ordered" ? "ol" : "ul", { class: `indent-${part.indent || 0}` }, items);
}

function pieces(part, names) {
  return (part.elements || []).map((piece) => styled(plain(piece, names), piece.style || {}));
}

function plain(piece, names) {
  switch (piece.type) {
    case "link": return link(piece.url, piece.text || piece.url);
    case "user": return mention(`@${names(piece.user_id) || piece.user_id}`);
    case "channel": return mention(`#${names(piece.channel_id) || piece.channel_id}`);
    case "usergroup": return mention(`@${piece.usergroup_id}`);
    case "broadcast": return mention(`@${piece.range}`);
    case "emoji": return `:${piece.name}:`;
    case "date": return piece.fallback || "";
    default: return piece.text || "";
  }
}

function styled(node, style) {
  return Object.entries(STYLES).reduce((inner, [name, tag]) => (style[name] ? element(tag, {}, inner) : inner), node);
}

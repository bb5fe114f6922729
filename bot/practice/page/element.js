// Makes elements. Text goes in as text nodes, never as markup.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) give(made, name, value);
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function give(made, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") made.addEventListener(name, value);
  else if (name === "class") made.className = value;
  else if (name === "value") made.value = value;
  else made.setAttribute(name, value === true ? "" : String(value));
}

let numbers = 0;

/** An id that no other element has. */
export function freshId(name) {
  numbers += 1;
  return `${name}-${numbers}`;
}

export function button(label, onPress, attributes = {}) {
  return element("button", { type: "button", click: onPress, ...attributes }, label);
}

// What stands in a field: a text, an option's value, or a list of them.

const SINGLE = ["value", "selected_date", "selected_time", "selected_user", "selected_conversation", "selected_channel"];
const MANY = ["selected_users", "selected_conversations", "selected_channels"];

/** What a field begins with: what is `known` of it, else what the element says. */
export function choiceIn(part, known) {
  return known ? chosen(known) : chosen(begun(part));
}

function chosen(entry) {
  if (entry.selected_options) return entry.selected_options.map((option) => option.value);
  if (entry.selected_option) return entry.selected_option.value;
  const many = MANY.find((name) => entry[name]);
  if (many) return entry[many];
  const single = SINGLE.find((name) => entry[name] !== undefined && entry[name] !== null);
  return single ? entry[single] : null;
}

/** The `initial_...` fields of an element under the names of a filled one. */
function begun(part) {
  const entry = {};
  for (const [name, value] of Object.entries(part)) {
    if (name === "initial_value") entry.value = value;
    else if (name.startsWith("initial_")) entry[name.replace("initial", "selected")] = value;
  }
  return entry;
}

/** The options of a menu: its own, or the people or channels of the workspace. */
export function optionsOf(part, scope) {
  if (part.type.includes("users")) return scope.people().map(asOption);
  if (part.type.includes("conversations") || part.type.includes("channels")) return scope.channels().map(asOption);
  return [...(part.options || []), ...(part.option_groups || []).flatMap((group) => group.options)].map((option) => ({
    value: option.value,
    label: option.text.text,
    description: option.description?.text || "",
  }));
}

function asOption({ id, name }) {
  return { value: id, label: name, description: "" };
}

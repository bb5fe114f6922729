// The places of one person: the direct message with the app, and the channels.

export const DIRECT = "direct";

/** The places that a person sees: the direct message first, also before anybody has written in it. */
export function placesOf({ workspace, seen }) {
  const app = workspace.people.find((one) => one.id === workspace.app);
  const direct = seen.channels.find((one) => one.kind === "im");
  const first = { id: DIRECT, name: app.name, direct: true, messages: direct?.messages || [] };
  const others = seen.channels.filter((one) => one.kind !== "im");
  return [first, ...others.map((one) => ({ ...one, direct: false }))];
}

/** Whether a message shows in its thread alone. */
export function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts && message.subtype !== "thread_broadcast";
}

/** How many replies each parent has, by its ts. */
export function replyCounts(messages) {
  const counts = new Map();
  for (const one of messages.filter(isReply)) counts.set(one.thread_ts, (counts.get(one.thread_ts) || 0) + 1);
  return counts;
}

/** How many messages of others stand in a place after the last one that was read. */
export function unreadIn(place, me, read) {
  const last = Number(read.get(place.id) || 0);
  return place.messages.filter((one) => one.user !== me && Number(one.ts) > last).length;
}

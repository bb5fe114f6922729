// What a person has not read yet.

/** How many messages of others stand in a place after the last one that was read. */
export function unreadIn(place, me, read) {
  const last = Number(read.get(place.id) || 0);
  return place.messages.filter((one) => one.user !== me && Number(one.ts) > last).length;
}

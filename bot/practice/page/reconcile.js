// Brings a list on the screen up to date and leaves alone what did not change, so that nothing flickers.

const marks = new WeakMap();

/** Show `items` in `parent`: `key` names an item, `mark` is what it says, `make` builds its element. */
export function reconcile(parent, items, { key, mark, make }) {
  const wanted = new Set(items.map(key));
  for (const child of [...parent.children]) if (!wanted.has(child.dataset.key)) leave(child);
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, place) => {
    const current = known.get(key(item));
    const same = current && marks.get(current) === mark(item);
    const shown = same ? current : renewed(current, make(item), key(item), mark(item));
    if (parent.children[place] !== shown) parent.insertBefore(shown, parent.children[place] || null);
  });
}

/** Take an element away; a focus that was in it goes to its neighbour. */
function leave(child) {
  const focused = child.contains(document.activeElement);
  const near = child.nextElementSibling || child.previousElementSibling || child.parentElement;
  child.remove();
  if (focused) near.focus({ preventScroll: true });
}

function renewed(current, made, key, mark) {
  made.dataset.key = key;
  marks.set(made, mark);
  if (current) replace(current, made);
  return made;
}

/** Keep the focus where it was: on the same control of the new element, else on the element itself. */
export function replace(current, made) {
  const focused = current.contains(document.activeElement) ? document.activeElement : null;
  current.replaceWith(made);
  if (!focused) return;
  const name = focused.dataset.control;
  const same = name && made.querySelector(`[data-control="${CSS.escape(name)}"]`);
  (same || made).focus({ preventScroll: true });
}

// Which window a small screen shows; a wide one shows all of them.

const main = document.getElementById("windows");
const buttons = [...document.querySelectorAll("[data-window]")];

export function showWindow(name) {
  main.dataset.show = name;
  for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.window === name));
}

/** Watch the buttons and the skip links; `onShow` is called after each. */
export function watchSwitch(onShow) {
  const show = (name) => {
    showWindow(name);
    onShow();
  };
  for (const one of buttons) one.addEventListener("click", () => show(one.dataset.window));
  for (const skip of document.querySelectorAll(".skip")) skip.addEventListener("click", () => show(skip.hash.slice(1)));
}

/** Say on a window's button how many messages wait in it. */
export function tellUnread(name, title, count) {
  buttons.find((one) => one.dataset.window === name).textContent = count ? `${title} (${count} unread)` : title;
}

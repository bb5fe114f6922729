// Which window a small screen shows; a wide one shows all of them.

const main = document.getElementById("windows");
const buttons = [...document.querySelectorAll("[data-window]")];

export function showWindow(name) {
  main.dataset.show = name;
  for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.window === name));
}

export function watchSwitch() {
  for (const one of buttons) one.addEventListener("click", () => showWindow(one.dataset.window));
  for (const skip of document.querySelectorAll(".skip")) {
    skip.addEventListener("click", () => showWindow(skip.hash.slice(1)));
  }
}

// Choosing who watches.

import { api } from "./api.js";
import { button, h, hash, icon } from "./dom.js";
import { askForProfile } from "./profileForm.js";
import { routes } from "./session.js";

const FIRST = 11;
const MORE = 48;

/** A coloured square with the first letter of a profile's name. */
export function avatar(profile) {
  const hue = hash(profile.id) % 360;
  return h("span", { class: "avatar", "aria-hidden": "true", vars: { "--hue": hue } }, [...profile.name.trim()][0]?.toUpperCase() ?? "?");
}

/** Shows the profiles to choose from. */
export async function showProfiles(container) {
  const grid = h("ul", { class: "people-grid" });
  const more = button(null, "Show more", () => load(false), { kind: "more" });
  const message = h("p", { class: "empty", role: "status" });
  const search = h("input", { type: "search", placeholder: "Find a profile by name or id", "aria-label": "Find a profile by name or id", autocomplete: "off", spellcheck: false });
  let next, turn = 0, timer = 0;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => load(true), 180);
  });
  container.replaceChildren(h("section", { class: "chooser" },
    h("h1", null, "Who is watching?"), h("label", { class: "search" }, icon("search"), search), grid, message, more, h("a", { class: "operators", href: routes.models() }, "Models")));
  await load(true);

  async function load(fresh) {
    const mine = ++turn;
    try {
      const answer = await api.profiles(search.value.trim(), fresh ? undefined : next, fresh ? FIRST : MORE);
      if (mine !== turn) return;
      if (fresh) grid.replaceChildren();
      grid.querySelector(".adder")?.remove();
      grid.append(...answer.profiles.map(tile), adder());
      next = answer.next;
      more.hidden = !next;
      message.textContent = answer.profiles.length === 0 && fresh ? (search.value ? "No profile has this in its name." : "There are no profiles yet: add the first one.") : "";
    } catch (problem) {
      message.textContent = problem.message;
      more.hidden = true;
    }
  }
}

function tile(profile) {
  return h("li", null, h("a", { href: routes.home(profile.id) }, avatar(profile), h("span", { class: "name" }, profile.name), profile.kids && h("span", { class: "kids" }, "Kids")));
}

function adder() {
  return h("li", { class: "adder" }, h("button", { type: "button", onclick: add }, h("span", { class: "avatar" }, icon("plus")), h("span", { class: "name" }, "Add a profile")));
}

function add() {
  askForProfile({ done: (saved) => { location.hash = routes.home(saved.id); } });
}

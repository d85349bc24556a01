// Who of one household is watching.

import { api } from "./api.js";
import { announce, button, h, icon } from "./dom.js";
import { avatar } from "./profiles.js";
import { askForProfile, editProfile } from "./profileForm.js";
import { routes } from "./session.js";

const ROOM = 20;
const DAY = 24 * 3600 * 1000;

/** Shows the profiles of an account: to choose one, and to manage them. */
export async function showHousehold(container, account) {
  const grid = h("ul", { class: "people-grid" });
  const message = h("p", { class: "empty", role: "status" });
  const manage = button(null, "Manage profiles", () => {
    managing = !managing;
    draw();
  }, { kind: "manage", pressed: false });
  let members = [], managing = false;
  container.replaceChildren(h("section", { class: "chooser household" },
    h("h1", null, "Who’s watching?"), grid, message, manage, h("a", { class: "operators", href: routes.profiles() }, "All profiles")));
  await load();

  async function load() {
    members = (await api.household(account)).profiles.sort((a, b) => a.settings.name.localeCompare(b.settings.name));
    draw();
  }

  function draw() {
    grid.replaceChildren(...members.map(managing ? editor : chooser), ...(members.length < ROOM ? [adder()] : []));
    manage.hidden = members.length === 0;
    manage.setAttribute("aria-pressed", String(managing));
    manage.querySelector("span").textContent = managing ? "Done" : "Manage profiles";
    message.textContent = members.length === 0 ? "Nobody belongs to this account yet: add the first profile." : "";
  }

  function chooser({ settings, lastUsed }) {
    return h("li", null, h("a", { href: routes.home(settings.id) }, ...faceOf(settings, lastUsed)));
  }

  function editor({ settings, lastUsed }) {
    return h("li", { class: "editor" }, h("button", { type: "button", "aria-label": `Edit ${settings.name}`, onclick: () => editProfile({ settings, done: changed }) }, ...faceOf(settings, lastUsed)));
  }

  function adder() {
    return h("li", { class: "adder" }, h("button", { type: "button", onclick: () => askForProfile({ account, done: changed }) },
      h("span", { class: "avatar" }, icon("plus")), h("span", { class: "name" }, "Add a profile")));
  }

  async function changed(saved) {
    announce(saved ? `${saved.name} is saved.` : "The profile is deleted.");
    await load();
  }
}

function faceOf(settings, lastUsed) {
  return [
    avatar(settings),
    h("span", { class: "name" }, settings.name),
    settings.kids && h("span", { class: "kids" }, "Kids"),
    !settings.kids && settings.maturityLimit < 21 && h("span", { class: "limit" }, `Up to ${settings.maturityLimit}`),
    h("span", { class: "used" }, usedAt(lastUsed)),
  ];
}

/** When a profile was last used, as one would say it. */
function usedAt(lastUsed) {
  if (!lastUsed) return "Never used";
  const days = Math.floor((Date.now() - Date.parse(lastUsed)) / DAY);
  if (days < 1) return "In the last 24 hours";
  if (days === 1) return "Yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.floor(days / 7)} weeks ago`;
  return new Date(lastUsed).toLocaleDateString("en", { year: "numeric", month: "long" });
}

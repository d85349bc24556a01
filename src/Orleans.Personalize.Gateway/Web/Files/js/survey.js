// The taste survey: a profile of which nothing is known names three titles that it likes.

import { api } from "./api.js";
import { poster } from "./card.js";
import { announce, button, fill, h } from "./dom.js";
import { record } from "./events.js";
import { session } from "./session.js";

const ASKED = 12;
const WANTED = 3;
const LATER = "personalize.survey-later";

/** Whether nothing is known of what the profile likes: the page says so itself. */
const isCold = (page) => page.rows.some((row) => row.kind === "topPicks" && row.reason.kind === "popular");

/** Shows the survey above the rows where it is of use, and takes it away where it is not. */
export async function showSurvey(section, page) {
  const profile = session.profile.id;
  if (!isCold(page) || sessionStorage.getItem(LATER) === profile) return hide(section);
  if (section.dataset.profile === profile) return;
  section.dataset.profile = profile;
  const { cards } = await api.survey(profile, ASKED).catch(() => ({ cards: [] }));
  if (section.dataset.profile !== profile) return;
  if (cards.length < WANTED) return hide(section);
  section.hidden = false;
  ask(section, cards);
}

function hide(section) {
  section.hidden = true;
  delete section.dataset.profile;
  section.replaceChildren();
}

function ask(section, cards) {
  const picked = new Set();
  const count = h("p", { class: "count", role: "status" });
  const done = button("check", "Show my page", () => answer(section, picked), { kind: "primary" });
  const tell = () => {
    const left = WANTED - picked.size;
    count.textContent = left > 0 ? `${left} more to go` : "Thank you";
    done.disabled = picked.size === 0;
  };
  const choices = cards.map((card) => {
    const choice = h("button", { type: "button", class: "choice", "aria-pressed": "false", "aria-label": card.name },
      h("span", { class: "frame" }, poster(card.title, card.name, card.artwork)), h("span", { class: "name" }, card.name));
    choice.addEventListener("click", () => {
      if (!picked.delete(card)) picked.add(card);
      choice.setAttribute("aria-pressed", String(picked.has(card)));
      tell();
      if (picked.size === WANTED) answer(section, picked);
    });
    return choice;
  });
  tell();
  fill(section,
    h("div", { class: "heading" }, h("h2", null, `Name ${WANTED} titles you like`), count),
    h("div", { class: "choices" }, choices),
    h("div", { class: "actions" }, done, button(null, "Not now", () => {
      sessionStorage.setItem(LATER, session.profile.id);
      hide(section);
    })));
}

function answer(section, picked) {
  for (const card of picked) record("thumbGiven", { title: card.title, thumb: "up" }, card.name);
  announce("Thank you. Your page is being put together.");
  hide(section);
}

// The one title at the top of the page.

import { api, posterUrl } from "./api.js";
import { percent, poster } from "./card.js";
import { button, h } from "./dom.js";
import { session } from "./session.js";
import { factsOf } from "./facts.js";

const pages = new Map();

/** Shows the best title of the page that is not begun yet; `act` has play, open and toggleList. */
export async function showHero(container, page, act) {
  const row = page.rows.find((r) => r.kind === "topPicks") ?? page.rows.find((r) => r.kind !== "continueWatching") ?? page.rows[0];
  const card = row?.cards[0];
  if (!card) return container.replaceChildren();
  const place = { row: row.id, rowIndex: page.rows.indexOf(row), column: 0 };
  const shown = `${session.profile.id}/${card.title}`;
  if (container.shown === shown) {
    container.querySelector(".match").textContent = `${percent(card.matchScore)}% match`;
    container.act = { card, place };
    return;
  }
  container.shown = shown;
  container.act = { card, place };
  if (!pages.has(shown)) pages.set(shown, await api.titlePage(session.profile.id, card.title).catch(() => null));
  if (container.shown !== shown) return;
  const title = pages.get(shown)?.title;
  container.replaceChildren(
    h("div", { class: "backdrop", "aria-hidden": "true" }, h("img", { src: posterUrl(card.title, card.artwork), alt: "" })),
    h("div", { class: "words" },
      h("p", { class: "eyebrow" }, row.kind === "topPicks" ? `Best for ${session.profile.name} now` : row.title),
      h("h1", null, card.name),
      h("p", { class: "facts" }, h("span", { class: "match" }, `${percent(card.matchScore)}% match`), title && factsOf(title).map((f) => h("span", null, f))),
      title?.synopsis && h("p", { class: "synopsis" }, title.synopsis),
      h("p", { class: "reason" }, card.reason.text),
      h("div", { class: "actions" },
        button("play", "Play", () => act.play(container.act.card, container.act.place), { kind: "primary" }),
        button("info", "More", () => act.open(container.act.card, container.act.place)))),
    h("div", { class: "picture", "aria-hidden": "true" }, poster(card.title, card.name, card.artwork, { lazy: false })));
}

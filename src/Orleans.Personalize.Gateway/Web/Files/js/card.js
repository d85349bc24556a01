// One title in a row.

import { posterUrl } from "./api.js";
import { fill, h, icon } from "./dom.js";
import { minutes } from "./facts.js";
import { mark } from "./motion.js";
import { partsOf, stackOf } from "./why.js";

export const percent = (score) => Math.round(score * 100);

/** The picture of a card, with its name where no picture comes. */
export function poster(title, name, artwork, { lazy = true } = {}) {
  return h("img", { class: "poster", src: posterUrl(title, artwork), alt: "", loading: lazy ? "lazy" : "eager", decoding: "async", width: 300, height: 450, draggable: false });
}

/** How far something was watched, 0 to 1; null where there is nothing to show. */
export function watched(progress) {
  return progress?.durationSeconds > 0 ? Math.min(1, progress.positionSeconds / progress.durationSeconds) : null;
}

/** A button that shows a title; `open` is called with the card when it is chosen. */
export function createCard(open) {
  const element = h("button", { type: "button", class: "card", role: "listitem", onclick: () => open(element) });
  element.update = (card) => update(element, card);
  return element;
}

function update(element, card) {
  const before = element.card;
  element.card = card;
  const score = percent(card.matchScore);
  const done = watched(card.progress);
  const episode = card.progress?.season ? `S${card.progress.season} E${card.progress.episode}` : null;
  element.setAttribute("aria-label", [card.name, card.year, `${score} percent match`, card.label, episode, done === null ? null : `${percent(done)} percent watched`, card.reason.text]
    .filter(Boolean).join(", "));
  fill(element,
    h("span", { class: "frame" },
      poster(card.title, card.name, card.artwork),
      card.label && h("span", { class: "label" }, card.label),
      done !== null && h("span", { class: "resume" }, icon("play")),
      done !== null && h("span", { class: "progress" }, h("span", { vars: { "--done": `${(done * 100).toFixed(1)}%` } }))),
    h("span", { class: "name" }, card.name),
    h("span", { class: "facts" }, h("span", { class: "match" }, `${score}% match`), h("span", { class: "year" }, episode ?? card.year ?? "")),
    done !== null && h("span", { class: "left" }, `${minutes((card.progress.durationSeconds - card.progress.positionSeconds) / 60) ?? "0 min"} left`),
    h("span", { class: "because" }, card.reason.text, stackOf(partsOf(card))));
  const match = element.querySelector(".match");
  match.textContent = `${percent((before ?? card).matchScore)}% match`;
  showScore(match, card.matchScore);
}

/** Writes a match score, and beside it for a while by how much it changed. */
export function showScore(match, matchScore) {
  const difference = percent(matchScore) - parseInt(match.textContent, 10);
  match.textContent = `${percent(matchScore)}% match`;
  if (difference === 0) return;
  match.dataset.difference = (difference > 0 ? "+" : "−") + Math.abs(difference);
  mark(match, difference > 0 ? "rose" : "fell");
}

// One themed row: its heading, its cards, and moving along it.

import { createCard } from "./card.js";
import { arrange, button, h } from "./dom.js";
import { session } from "./session.js";

/** A row; `open(card, place)` is called when one of its cards is chosen. */
export function createRow(open) {
  const heading = h("h2");
  const note = h("span", { class: "note", "aria-hidden": "true" });
  const reason = h("p", { class: "reason" });
  const track = h("div", { class: "track", role: "list" });
  const element = h("section", { class: "row" },
    h("div", { class: "heading" }, heading, note, reason),
    h("div", { class: "shelf" }, step("left", -1), track, step("right", 1)));
  element.track = track;
  element.note = note;
  element.cards = new Map();
  element.update = (row, index) => update(element, row, index, open);
  track.addEventListener("keydown", moveAlong);
  track.addEventListener("focusin", (e) => makeReachable(track, e.target.closest(".card")));

  function step(name, direction) {
    const control = button(name, direction < 0 ? "Back" : "On", () => track.scrollBy({ left: direction * track.clientWidth * 0.85 }), { kind: `step ${name}`, alone: true });
    control.tabIndex = -1;
    control.setAttribute("aria-hidden", "true");
    return control;
  }

  return element;
}

function update(element, row, index, open) {
  element.row = row;
  element.index = index;
  element.dataset.kind = row.kind;
  element.dataset.row = row.id;
  element.setAttribute("aria-label", row.title);
  element.querySelector("h2").textContent = row.title;
  // A reason that only says the heading again is not worth a line.
  element.querySelector(".reason").textContent = row.reason.text.startsWith(row.title) ? "" : row.reason.text;
  const before = element.cards;
  element.cards = new Map();
  row.cards.forEach((card, column) => {
    const item = before.get(card.title) ?? createCard((chosen) => open(chosen.card, { row: row.id, rowIndex: element.index, column: chosen.column }));
    item.isNew = !before.has(card.title);
    if (item.isNew) item.tabIndex = -1;
    item.movedBy = item.isNew ? 0 : item.column - column;
    item.column = column;
    item.update(card);
    element.cards.set(card.title, item);
  });
  const wanted = [...element.cards.values()];
  arrange(element.track, wanted);
  makeReachable(element.track, wanted.find((c) => c.tabIndex === 0) ?? wanted[0]);
}

/** One card of the row is reached by Tab; the others by arrow keys from there. */
function makeReachable(track, card) {
  for (const other of track.children) other.tabIndex = other === card ? 0 : -1;
}

function moveAlong(e) {
  const card = e.target.closest(".card");
  if (!card) return;
  const rows = [...document.querySelectorAll(".row")];
  const row = card.closest(".row");
  const beside = (other) => other?.track.children[Math.min(card.column, other.track.children.length - 1)];
  const target = {
    ArrowRight: card.nextElementSibling,
    ArrowLeft: card.previousElementSibling,
    Home: row.track.firstElementChild,
    End: row.track.lastElementChild,
    ArrowDown: beside(rows[rows.indexOf(row) + 1]),
    ArrowUp: beside(rows[rows.indexOf(row) - 1]),
  }[e.key];
  if (!target) return;
  e.preventDefault();
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: session.device === "tv" ? "center" : "nearest", inline: "nearest" });
}

// Notices what was looked at: cards seen, rows passed by, rows followed.

import { record } from "./events.js";
import { session } from "./session.js";

const LOOK = 1000;
const AGAIN = 5 * 60000;
const SETTLE = 500;
const HAND = 1500;
const seenAt = new Map();
const waiting = new Map();
const touched = new Set();
const passed = new Set();
const followed = new Map();

const isCovered = () => document.querySelector("dialog[open]") !== null;

/** A row that somebody did something in is not passed by. */
export function touch(row) {
  touched.add(row);
}

const cards = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    clearTimeout(waiting.get(target));
    waiting.delete(target);
    if (isIntersecting) waiting.set(target, setTimeout(() => seen(target), LOOK));
  }
}, { threshold: 0.6 });

function seen(element) {
  waiting.delete(element);
  const row = element.closest(".row");
  if (!row || !session.page || isCovered() || document.hidden) return;
  const { card, column } = element;
  const key = `${session.profile.id}/${row.row.id}/${card.title}`;
  if (Date.now() - (seenAt.get(key) ?? 0) < AGAIN) return;
  seenAt.set(key, Date.now());
  record("impression", { title: card.title, page: session.page.id, row: row.row.id, rowIndex: row.index, column, artwork: card.artwork }, card.name);
}

const rows = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting, boundingClientRect } of entries) {
    if (isIntersecting) {
      target.lookedAtSince ??= performance.now();
    } else {
      const looked = target.lookedAtSince !== undefined && performance.now() - target.lookedAtSince > LOOK;
      target.lookedAtSince = undefined;
      if (looked && boundingClientRect.bottom < innerHeight / 4 && !isCovered()) passedBy(target);
    }
  }
}, { threshold: 0.5 });

function passedBy(element) {
  const { row, index } = element;
  const key = `${session.profile?.id}/${row.id}`;
  if (!session.page || !element.isConnected || touched.has(row.id) || passed.has(key)) return;
  passed.add(key);
  record("rowScrolledPast", { row: row.id, page: session.page.id, rowIndex: index }, row.title);
}

/** Only what a hand moved was followed: a new page moves rows by itself. */
function watchTrack(element) {
  let timer = 0;
  let movedAt = -HAND;
  for (const input of ["wheel", "touchmove", "pointerdown", "keydown"])
    element.addEventListener(input, () => (movedAt = performance.now()), { passive: true });
  element.track.addEventListener("scroll", () => {
    if (performance.now() - movedAt > HAND) return;
    clearTimeout(timer);
    timer = setTimeout(() => settled(element), SETTLE);
  }, { passive: true });
}

function settled(element) {
  if (!session.page || !element.isConnected) return;
  const edge = element.track.getBoundingClientRect().right + 4;
  const visible = [...element.track.children].filter((c) => c.getBoundingClientRect().right <= edge);
  const through = visible.length - 1;
  const key = `${session.page.id}/${element.row.id}`;
  if (element.track.scrollLeft < 8 || through <= (followed.get(key) ?? -1)) return;
  followed.set(key, through);
  touch(element.row.id);
  record("rowScrolledAlong", { row: element.row.id, page: session.page.id, rowIndex: element.index, throughColumn: through }, element.row.title);
}

/** Begins to watch a row. */
export function watchRow(element) {
  rows.observe(element);
  watchTrack(element);
}

/** Looks at the cards of a row anew: some came, some went. */
export function watchCards(element) {
  for (const card of element.cards.values()) {
    cards.unobserve(card);
    cards.observe(card);
  }
}

/** A new profile begins with fresh eyes. */
export function forget() {
  touched.clear();
  passed.clear();
  followed.clear();
}

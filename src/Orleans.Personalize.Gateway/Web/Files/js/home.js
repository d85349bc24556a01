// The home page: asks for it, shows it, and shows what changed when it comes anew.

import { api } from "./api.js";
import { forget, touch, watchCards, watchRow } from "./attention.js";
import { announce, arrange, h } from "./dom.js";
import { flushNow, record } from "./events.js";
import { showHero } from "./hero.js";
import { glide, mark } from "./motion.js";
import { play } from "./player.js";
import { createRow } from "./row.js";
import { on, routes, session, tell } from "./session.js";
import { showSurvey } from "./survey.js";

const FIRST = 8;
const MORE = 6;
const AHEAD = "600px";
const IN_VIEW = 8;
let rows = new Map();
let view = null;
let asked = 0;
let pending = null;
let cursors = [];
let growing = false;
let growth = null;

/** Shows the home page of the session's profile inside a container. */
export async function showHome(container) {
  rows = new Map();
  pending = null;
  cursors = [];
  growth?.disconnect();
  forget();
  view = { hero: h("section", { class: "hero", "aria-label": "Best for you" }), survey: h("section", { class: "survey", "aria-label": "Taste survey", hidden: true }), list: h("div", { class: "rows" }), end: h("div", { class: "end", "aria-hidden": "true" }), foot: h("footer", { class: "foot" }) };
  container.replaceChildren(view.hero, view.survey, view.list, view.end, view.foot);
  view.list.replaceChildren(...Array.from({ length: 3 }, () => h("div", { class: "row ghost", "aria-hidden": "true" })));
  showModel(view.foot);
  await refresh();
  growth = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && grow().catch((problem) => tell("problem", problem)), { rootMargin: AHEAD });
  growth.observe(view.end);
}

/** Asks for the page anew, and shows it as soon as nothing covers it. Rows above the one being looked at stay as they are. */
export async function refresh() {
  const turn = ++asked;
  const profile = session.profile.id;
  const started = performance.now();
  const kept = session.page && cursors.findLast((cursor) => cursor.rows <= firstInView());
  const next = await (kept ? after(profile, kept) : anew(profile)).catch((problem) => (kept && problem.status === 410 ? anew(profile) : Promise.reject(problem)));
  if (turn !== asked || session.profile?.id !== profile) return;
  pending = { ...next, milliseconds: performance.now() - started };
  reveal();
}

async function anew(profile) {
  const page = await api.home(profile, {
    rows: Math.max(FIRST, session.page?.rows.length ?? 0), columns: session.device === "phone" ? 15 : 20, device: session.device, explain: true, utcOffsetMinutes: -new Date().getTimezoneOffset(),
  });
  return { page, cursors: cursorsAfter([], page, page.rows.length) };
}

async function after(profile, cursor, count = Math.max(MORE, session.page.rows.length - cursor.rows)) {
  const before = session.page;
  const more = await api.rows(profile, before.id, cursor.after, count);
  const page = { ...before, modelVersion: more.modelVersion, rows: [...before.rows.slice(0, cursor.rows), ...more.rows] };
  return { page, cursors: cursorsAfter(cursors.filter((c) => c.rows <= cursor.rows), more, page.rows.length) };
}

const cursorsAfter = (before, answer, rows) => (answer.next ? [...before, { after: answer.next, rows }] : before);

/** The number of rows that have gone by above. */
function firstInView() {
  const shown = [...rows.values()];
  const index = shown.findIndex((row) => row.getBoundingClientRect().bottom > 0);
  return index < 0 ? 0 : index;
}

/** Shows the rows that come next, chosen by what was looked at and passed by until now. */
async function grow() {
  const cursor = cursors.at(-1);
  if (growing || !cursor || pending || cursor.rows !== session.page?.rows.length) return;
  growing = true;
  const turn = asked;
  const profile = session.profile.id;
  try {
    await flushNow();
    const next = await after(profile, cursor, MORE);
    if (turn !== asked || session.profile?.id !== profile) return;
    ({ page: session.page, cursors } = next);
    show(session.page, true);
    // A short piece may leave the end of the page in view: then nothing tells that it is there.
    growth.unobserve(view.end);
    growth.observe(view.end);
  } catch (problem) {
    if (problem.status !== 410) throw problem;
    cursors = [];
    await refresh();
  } finally {
    growing = false;
  }
}

/** Shows the page that came while something covered it. */
export function reveal() {
  if (!pending || document.querySelector("dialog[open]")) return;
  const { page, milliseconds } = pending;
  ({ cursors } = pending);
  pending = null;
  const first = session.page === null;
  session.page = page;
  const change = show(page, first);
  if (!first) {
    announce(`Page updated: ${change}`);
    tell("composed", { change, milliseconds });
  }
}

function show(page, first) {
  const before = rows;
  const keepPlace = holdPlace(before);
  const cardsOf = (map) => [...map.values()].flatMap((r) => [...r.cards.values()]);
  const settle = glide(cardsOf(before));
  rows = new Map(page.rows.map((row) => [row.id, before.get(row.id) ?? createRow(open)]));
  let moved = 0, came = 0, newRows = 0;
  page.rows.forEach((row, index) => {
    const element = rows.get(row.id);
    const place = before.has(row.id) ? element.index : -1;
    element.update(row, index);
    if (place < 0) watchRow(element);
    watchCards(element);
    if (first) return;
    if (place < 0) {
      newRows++;
      note(element, "New row");
    } else if (place > index) {
      note(element, "Moved up");
    }
    for (const card of place < 0 ? [] : element.cards.values()) {
      if (card.column < IN_VIEW && card.isNew) came++;
      else if (card.column < IN_VIEW && card.movedBy > 0) moved++;
      if (card.isNew || card.movedBy > 1) mark(card, "lit");
    }
  });
  if (page.rows.length === 0) view.list.replaceChildren(h("p", { class: "empty" }, "There is nothing to show yet: the catalogue has no titles for this profile."));
  else arrange(view.list, [...rows.values()]);
  keepPlace();
  if (before.size === 0) mark(view.list, "arriving", 900);
  else settle(cardsOf(rows));
  showHero(view.hero, page, { play: playFrom, open });
  showSurvey(view.survey, page);
  return [newRows && `${newRows} new row${newRows > 1 ? "s" : ""}`, came && `${came} new title${came > 1 ? "s" : ""}`, moved && `${moved} moved up`].filter(Boolean).join(", ") || "nothing moved";
}

/** Remembers where the focus is and how far rows are scrolled; returns what brings both back. */
function holdPlace(before) {
  const focused = document.activeElement?.closest(".row .card");
  const place = focused && { row: focused.closest(".row").row.id, column: focused.column };
  const scrolled = [...before.values()].map((element) => [element, element.track.scrollLeft]);
  return () => {
    for (const [element, left] of scrolled) if (element.isConnected && element.track.scrollLeft !== left) element.track.scrollTo({ left, behavior: "instant" });
    if (!focused || document.activeElement === focused) return;
    const there = rows.get(place.row)?.track.children;
    const target = focused.isConnected ? focused : (there?.[Math.min(place.column, there.length - 1)] ?? view.list.querySelector(".card"));
    target?.focus({ preventScroll: true });
  };
}

function note(element, text) {
  element.note.textContent = text;
  mark(element.note, "shown", 6000);
}

function open(card, place) {
  touch(place.row);
  record("titleOpened", { title: card.title, page: session.page.id, row: place.row, rowIndex: place.rowIndex, column: place.column, artwork: card.artwork }, card.name);
  tell("opening", { card, place });
  location.hash = routes.title(session.profile.id, card.title);
}

async function playFrom(card, place) {
  touch(place.row);
  const { title } = await api.titlePage(session.profile.id, card.title);
  play(title, { progress: card.progress, artwork: card.artwork, page: session.page.id, row: place.row });
}

async function showModel(foot) {
  const model = await api.model().catch(() => null);
  if (!model) return;
  const number = new Intl.NumberFormat("en");
  foot.replaceChildren(h("p", null, `Model ${model.version.slice(0, 8)}, trained ${new Date(model.trainedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })} on ${number.format(model.events)} events of ${number.format(model.profiles)} profiles, ${number.format(model.titles)} titles`,
    model.metrics.length > 0 && ` · ${model.metrics.map((m) => `${m.name} ${m.value.toFixed(3)}`).join(" · ")}`),
    h("p", null, h("a", { href: "/openapi/v1.json" }, "API description")));
}

on("changed", () => session.profile && refresh().catch((problem) => tell("problem", problem)));

// The dialog of one title: what it is, why it is here, and what one can say to it.

import { latestEvents } from "./activity.js";
import { api, posterUrl } from "./api.js";
import { createCard, percent, poster, showScore, watched } from "./card.js";
import { button, h } from "./dom.js";
import { record } from "./events.js";
import { clock, factsOf, minutes } from "./facts.js";
import { play } from "./player.js";
import { on, routes, session, tell } from "./session.js";
import { barsOf, partsOf } from "./why.js";

const BEGUN = 30;
let dialog = null;
let origin = null;
on("opening", (from) => (origin = from));

/** Opens a title, or changes to it. */
export async function showTitle(id) {
  if (!dialog) {
    dialog = h("dialog", { class: "title", onclick: (e) => e.target === dialog && leave() });
    dialog.addEventListener("cancel", (e) => { e.preventDefault(); leave(); });
    document.body.append(dialog);
  }
  dialog.wanted = id;
  dialog.replaceChildren(h("div", { class: "loading", role: "status" }, "Loading"));
  if (!dialog.open) dialog.showModal();
  try {
    const page = await api.titlePage(session.profile.id, id);
    if (dialog?.wanted !== id) return;
    render(page);
    renderSimilar(page);
  } catch (problem) {
    if (dialog?.wanted === id) dialog.replaceChildren(closer(), h("p", { class: "empty" }, problem.message));
  }
}

/** Closes the dialog, where it is open. */
export function closeTitle() {
  dialog?.close();
  dialog?.remove();
  dialog = null;
}

function leave() {
  location.hash = session.search ? routes.search(session.profile.id, session.search) : routes.home(session.profile.id);
}

const closer = () => button("close", "Close", leave, { kind: "closer", alone: true });

function render(page) {
  const { title } = page;
  const from = origin?.card.title === title.id ? origin : null;
  const card = { ...page.card, artwork: from?.card.artwork ?? page.card.artwork, parts: page.card.parts.length > 0 ? page.card.parts : (from?.card.parts ?? []) };
  const start = (progress) => play(title, { progress, artwork: card.artwork, page: from ? session.page?.id : null, row: from?.place.row });
  const name = h("h1", { id: "title-name", tabIndex: -1 }, title.name);
  dialog.setAttribute("aria-labelledby", "title-name");
  dialog.replaceChildren(h("div", { class: "scroll" },
    h("div", { class: "backdrop", "aria-hidden": "true" }, h("img", { src: posterUrl(title.id, card.artwork), alt: "" })),
    h("div", { class: "head" },
      h("div", { class: "frame" }, poster(title.id, title.name, card.artwork, { lazy: false })),
      h("div", { class: "words" },
        name,
        h("p", { class: "facts" }, h("span", { class: "match" }, `${percent(card.matchScore)}% match`), factsOf(title).map((f) => h("span", null, f)), card.label && h("span", { class: "label" }, card.label)),
        h("div", { class: "actions" }, playButton(card.progress, start), listButton(title, page.inMyList), thumbs(title, page.thumb), hideButton(title)),
        title.synopsis && synopsis(title.synopsis, page.line),
        people(title), marks(title))),
    why(card, page.reasons),
    title.episodes.length > 0 && episodes(page, card.progress, start),
    h("section", { class: "similar", "aria-label": "Similar titles" })), h("footer", null, latestEvents()), closer());
  name.focus();
}

function playButton(progress, start) {
  const where = progress?.season ? ` S${progress.season} E${progress.episode}` : "";
  const label = progress?.positionSeconds >= BEGUN ? `Resume${where} at ${clock(progress.positionSeconds)}` : `Play${where}`;
  const done = watched(progress);
  const control = button("play", label, () => start(progress), { kind: "primary" });
  if (done !== null) control.append(h("span", { class: "progress" }, h("span", { vars: { "--done": `${(done * 100).toFixed(1)}%` } })));
  return control;
}

function listButton(title, inList) {
  const control = button(inList ? "check" : "plus", "My list", () => {
    record(inList ? "myListRemoved" : "myListAdded", { title: title.id }, title.name);
    control.replaceWith(listButton(title, !inList));
  }, { pressed: inList });
  return control;
}

function thumbs(title, given) {
  const choices = [["down", "down", "Not for me"], ["up", "up", "I like this"], ["twoUp", "twoup", "Love this"]];
  const group = h("div", { class: "thumbs", role: "group", "aria-label": "Your opinion" });
  const draw = (current) => group.replaceChildren(...choices.map(([thumb, shape, name]) => button(shape, name, () => {
    const next = current === thumb ? "cleared" : thumb;
    record("thumbGiven", { title: title.id, thumb: next }, title.name);
    draw(next);
    group.querySelector(`[aria-label="${name}"]`).focus();
  }, { alone: true, kind: thumb, pressed: current === thumb })));
  draw(given);
  return group;
}

function hideButton(title) {
  return button("hide", "Hide this title", () => {
    record("titleHidden", { title: title.id }, title.name);
    leave();
  }, { alone: true });
}

function people(title) {
  const of = (...roles) => title.people.filter((p) => roles.includes(p.role)).map((p) => p.name).slice(0, 5).join(", ");
  const lines = [["With", of("cast")], ["Directed by", of("director")], ["Created by", of("creator")]].filter(([, names]) => names);
  return h("dl", { class: "people" }, lines.map(([role, names]) => h("div", null, h("dt", null, role), h("dd", null, names))));
}

function marks(title) {
  return title.tags.length > 0 && h("ul", { class: "marks", "aria-label": "Themes" }, title.tags.slice(0, 8).map((t) => h("li", null, t)));
}

/** The whole text, with the sentence that speaks most to the profile set apart. */
function synopsis(text, line) {
  const at = line ? text.indexOf(line) : -1;
  return h("p", { class: "synopsis" }, at < 0 ? text : [text.slice(0, at), h("strong", null, line), text.slice(at + line.length)]);
}

function why(card, reasons) {
  const parts = partsOf(card);
  return h("section", { class: "why" }, h("h2", null, "Why you see this"),
    reasons.length > 1 ? h("ul", null, reasons.map((reason) => h("li", null, reason.text))) : h("p", null, card.reason.text), parts.length > 0 && barsOf(parts));
}

function episodes({ title, seasons: along }, progress, start) {
  const seasons = [...new Set(title.episodes.map((e) => e.season))];
  const list = h("ol", { class: "episodes" });
  const draw = (season) => list.replaceChildren(...title.episodes.filter((e) => e.season === season).map((e) => {
    const current = progress?.season === e.season && progress?.episode === e.number;
    return h("li", null, h("button", { type: "button", "aria-current": current ? "true" : null, onclick: () => start(current ? progress : { season: e.season, episode: e.number, positionSeconds: 0 }) },
      h("span", { class: "number" }, e.number), h("span", { class: "name" }, e.name ?? `Episode ${e.number}`), h("span", { class: "length" }, minutes(e.runtimeMinutes ?? title.runtimeMinutes) ?? "")));
  }));
  const choice = h("select", { "aria-label": "Season", onchange: (e) => draw(Number(e.target.value)) }, seasons.map((s) => h("option", { value: s }, `Season ${s}${seen(along.find((a) => a.season === s))}`)));
  choice.value = progress?.season ?? seasons[0];
  draw(Number(choice.value));
  return h("section", { class: "parts" }, h("div", { class: "heading" }, h("h2", null, "Episodes"), seasons.length > 1 && choice), list);
}

function seen(season) {
  if (!season?.watched) return "";
  return season.watched === season.episodes ? " · watched" : ` · ${season.watched} of ${season.episodes} watched`;
}

function renderSimilar({ similar, people }) {
  const open = (chosen) => {
    record("titleOpened", { title: chosen.card.title, artwork: chosen.card.artwork }, chosen.card.name);
    tell("opening", { card: chosen.card, place: {} });
    location.hash = routes.title(session.profile.id, chosen.card.title);
  };
  const grid = (heading, cards) => cards.length > 0 && [h("h2", null, heading), h("div", { class: "grid", role: "list" }, cards.map((card) => {
    const item = createCard(open);
    item.update(card);
    return item;
  }))];
  dialog.querySelector(".similar").replaceChildren(...[grid("More like this", similar), ...people.map((row) => grid(row.title, row.cards))].filter(Boolean).flat());
}

/** What was just said of the title shows at once, in its score and in the reasons for it. */
async function update() {
  const id = dialog?.wanted;
  if (!id || !dialog.querySelector(".why")) return;
  const page = await api.titlePage(session.profile.id, id).catch(() => null);
  if (!page || dialog?.wanted !== id) return;
  showScore(dialog.querySelector(".head .match"), page.card.matchScore);
  if (page.card.parts.length > 0) dialog.querySelector(".why").replaceWith(why(page.card, page.reasons));
}

on("changed", update);
on("played", (title) => dialog?.wanted === title.id && showTitle(title.id));

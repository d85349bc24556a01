// Search: the field in the header with what comes up while typing, and the page of results.

import { api, posterUrl } from "./api.js";
import { createCard } from "./card.js";
import { announce, arrange, button, fill, h, icon } from "./dom.js";
import { record } from "./events.js";
import { on, routes, session, tell } from "./session.js";

const PAUSE = 120;
const RESULTS = 60;
const SHOWN = 6;
const kinds = { query: "Search", person: "Person", genre: "Genre", tag: "Theme" };
let field = null;
let view = null;
let asked = 0;

/** The field; one for each profile. */
export function createSearch() {
  const list = h("ul", { id: "search-list", class: "search-list", role: "listbox", "aria-label": "Suggestions", hidden: true });
  const input = h("input", { type: "search", id: "search", placeholder: "Titles, people, genres", autocomplete: "off", spellcheck: false, maxLength: 200, role: "combobox",
    "aria-label": "Search", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "search-list" });
  const element = h("search", { class: "search" }, icon("search"), input, list);
  field = { element, input, list, active: -1, timer: 0, request: null };
  input.addEventListener("input", later);
  input.addEventListener("keydown", onKey);
  input.addEventListener("focus", () => list.children.length > 0 && input.value.trim() && expand(true));
  element.addEventListener("focusout", (e) => !element.contains(e.relatedTarget) && expand(false));
  return element;
}

/** Shows the results of the search in the address, or takes them away. */
export async function showResults(query) {
  const page = document.getElementById("results");
  document.body.classList.toggle("searching", Boolean(query));
  if (!query) {
    view = null;
    page.hidden = true;
    if (field && document.activeElement !== field.input) field.input.value = "";
    return;
  }
  if (view?.query === query && !page.hidden) return;
  view = { query, page };
  page.hidden = false;
  if (field.input.value.trim() !== query) field.input.value = query;
  scrollTo(0, 0);
  await refreshResults();
}

async function refreshResults() {
  const { query, page } = view;
  const turn = ++asked;
  try {
    const answer = await api.search(session.profile.id, { q: query, count: RESULTS, device: session.device });
    if (turn !== asked || view?.query !== query) return;
    const cards = answer.cards.map((card) => {
      const item = createCard((chosen) => openResult(chosen.card, query));
      item.update(card);
      item.append(h("span", { class: "found" }, card.reason.text));
      return item;
    });
    fill(page,
      h("h1", { tabIndex: -1 }, answer.heading),
      answer.suggestions.length > 0 && h("nav", { class: "chips", "aria-label": "Search instead for" }, answer.suggestions.map((s) =>
        h("a", { class: "button", href: routes.search(session.profile.id, s.text) }, h("span", { class: "kind" }, kinds[s.kind]), h("span", null, s.text)))),
      h("div", { class: "grid", role: "list" }, cards));
    announce(answer.outcome === "found" ? `${cards.length} titles found` : answer.heading);
  } catch (problem) {
    if (view?.query === query) page.replaceChildren(h("p", { class: "empty", role: "alert" }, problem.message));
  }
}

function later() {
  clearTimeout(field.timer);
  field.request?.abort();
  if (!field.input.value.trim()) return expand(false);
  field.timer = setTimeout(suggest, PAUSE);
}

async function suggest() {
  const query = field.input.value;
  const request = (field.request = new AbortController());
  try {
    const answer = await api.search(session.profile.id, { q: query, count: SHOWN, device: session.device }, request.signal);
    if (!request.signal.aborted && field.input.value === query) showList(answer, query);
  } catch (problem) {
    if (!request.signal.aborted) tell("problem", problem);
  }
}

function showList(answer, query) {
  const options = answer.suggestions.map((s) => option("suggestion", () => go(s.text),
    icon(s.kind === "query" ? "search" : "spark"), h("span", { class: "words" }, s.text), h("span", { class: "kind" }, kinds[s.kind])));
  const titles = answer.cards.map((card) => option("hit", () => openResult(card, query),
    h("img", { src: posterUrl(card.title, card.artwork), alt: "", width: 32, height: 48 }), h("span", { class: "words" }, card.name, h("small", null, card.reason.text)), h("span", { class: "kind" }, card.year ?? "")));
  const heading = answer.outcome !== "found" && h("li", { class: "heading", role: "presentation" }, answer.heading);
  const titlesFirst = answer.outcome !== "found" ? [heading, ...titles] : titles;
  arrange(field.list, [...options, ...titlesFirst].filter(Boolean));
  [...field.list.querySelectorAll("[role=option]")].forEach((o, i) => (o.id = `search-option-${i}`));
  activate(-1);
  expand(true);
  announce(answer.outcome === "found" ? `${options.length + titles.length} suggestions` : answer.heading);
}

function option(kind, choose, ...children) {
  const element = h("li", { role: "option", class: kind, "aria-selected": "false", onpointerdown: (e) => e.preventDefault(), onclick: choose }, ...children);
  element.choose = choose;
  return element;
}

function onKey(e) {
  const options = [...field.list.querySelectorAll("[role=option]")];
  const open = !field.list.hidden;
  if (e.key === "ArrowDown" || e.key === "ArrowUp") {
    if (options.length === 0) return;
    e.preventDefault();
    expand(true);
    const step = e.key === "ArrowDown" ? 1 : -1;
    activate(((field.active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
  } else if (e.key === "Enter") {
    e.preventDefault();
    if (open && field.active >= 0) options[field.active].choose();
    else if (field.input.value.trim()) go(field.input.value.trim());
  } else if (e.key === "Escape" && open) {
    e.preventDefault();
    expand(false);
  } else if (e.key === "Escape" && !field.input.value && view) {
    location.hash = routes.home(session.profile.id);
  }
}

function activate(index) {
  field.active = index;
  const options = [...field.list.querySelectorAll("[role=option]")];
  options.forEach((o, i) => o.setAttribute("aria-selected", String(i === index)));
  if (index < 0) field.input.removeAttribute("aria-activedescendant");
  else {
    field.input.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }
}

function expand(open) {
  field.list.hidden = !open;
  field.input.setAttribute("aria-expanded", String(open));
  if (!open) activate(-1);
}

function go(query) {
  stop();
  field.input.value = query;
  record("searched", { query }, query);
  location.hash = routes.search(session.profile.id, query);
}

function openResult(card, query) {
  stop();
  record("searchResultOpened", { title: card.title, query: query.trim() }, card.name);
  tell("opening", { card, place: {} });
  location.hash = routes.title(session.profile.id, card.title);
}

function stop() {
  clearTimeout(field.timer);
  field.request?.abort();
  expand(false);
}

on("changed", () => view && session.profile && refreshResults());

// Explains a score by its parts.

import { h } from "./dom.js";

const names = {
  itemItem: "Goes with what you watched",
  content: "Genres, themes and people you like",
  vector: "Your taste as a whole",
  popularity: "Watched by many",
  trend: "Watched by many right now",
  playNext: "Often played next",
  fatigue: "Shown often without a click",
  stableTaste: "Goes with all that you watched",
  trendHours: "Watched by many in these hours",
  trendDays: "Watched by many these days",
  trendWeeks: "Watched by many these weeks",
  lasting: "Watched by many for long",
  freshness: "How new it is",
  following: "Watched after what you watched",
  companions: "Watched with what you watched",
  sequence: "Comes next in your order of watching",
  against: "Like what you turned down",
  community: "Watched by members like you",
  context: "Suits the hour, the screen, the country",
  household: "Suits your household",
  editorial: "The editors' choice",
};

// Parts that a service added bear the names that it gave them.
const spelledOut = (part) => part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());

/** The parts of a card's score as contributions (value times weight), strongest first. */
export function partsOf(card) {
  return (card.parts ?? [])
    .map((p) => ({ key: p.part, name: names[p.part] ?? spelledOut(p.part), amount: p.value * p.weight, value: p.value, weight: p.weight }))
    .filter((p) => Math.abs(p.amount) > 0.005)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
}

/** A thin bar of the parts that speak for a title. */
export function stackOf(parts) {
  const total = parts.reduce((sum, p) => sum + Math.max(0, p.amount), 0);
  if (total === 0) return null;
  return h("span", { class: "stack" }, parts.filter((p) => p.amount > 0)
    .map((p) => h("span", { class: `part ${p.key}`, title: p.name, vars: { "--share": `${((100 * p.amount) / total).toFixed(1)}%` } })));
}

/** Bars to the right for what speaks for a title, to the left for what speaks against it. */
export function barsOf(parts) {
  const most = Math.max(...parts.map((p) => Math.abs(p.amount)));
  return h("dl", { class: "bars" }, parts.map((p) => h("div", { class: `bar ${p.key}${p.amount < 0 ? " against" : ""}` },
    h("dt", null, p.name),
    h("dd", { title: `value ${p.value.toFixed(2)}, weight ${p.weight.toFixed(2)}` },
      h("span", { class: "gauge" }, h("span", { class: "fill", vars: { "--size": `${((50 * Math.abs(p.amount)) / most).toFixed(1)}%` } })),
      h("span", { class: "amount" }, (p.amount < 0 ? "−" : "+") + Math.abs(p.amount).toFixed(2))))));
}

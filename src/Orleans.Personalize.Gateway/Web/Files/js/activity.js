// The strip at the bottom: what the page told the service, and what it answered.

import { button, h } from "./dom.js";
import { on } from "./session.js";

const KEPT = 200;
const words = {
  impression: "Seen", rowScrolledPast: "Row passed", rowScrolledAlong: "Row followed", titleOpened: "Opened", playStarted: "Play", playProgressed: "Watching", playPaused: "Paused",
  playStopped: "Stopped", playCompleted: "Finished", introSkipped: "Intro skipped", creditsSkipped: "Credits skipped", thumbGiven: "Thumb", myListAdded: "Added to list",
  myListRemoved: "Off the list", titleHidden: "Hidden",
};
const entries = [];
let strip, list;

/** A list of the last few events that follows what happens, to stand wherever there is room for it. */
export function latestEvents() {
  const element = h("ol", { class: "latest", "aria-hidden": "true" });
  element.replaceChildren(...entries.slice(0, 8).map(chip));
  return element;
}

/** Puts the strip on the page. */
export function showActivity(container) {
  list = h("ol", { class: "log" });
  const panel = h("div", { class: "panel", id: "activity-log", hidden: true }, h("div", { class: "heading" }, h("h2", null, "Activity"), h("p", null, "Every event that this page sent, and its receipt. The next page is composed with all of them.")), list);
  const toggle = button("chevron", "Activity", () => {
    panel.hidden = !panel.hidden;
    toggle.setAttribute("aria-expanded", String(!panel.hidden));
    strip.classList.toggle("opened", !panel.hidden);
  }, { kind: "opener" });
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", "activity-log");
  strip = container;
  strip.hidden = false;
  strip.replaceChildren(panel, h("div", { class: "strip" }, toggle, latestEvents()));
  draw();
}

function draw() {
  if (!strip) return;
  for (const element of document.querySelectorAll("ol.latest")) element.replaceChildren(...entries.slice(0, 8).map(chip));
  list.replaceChildren(...entries.map(line));
}

function textOf(entry) {
  return entry.composed ? "Page composed anew" : (words[entry.event.type] ?? entry.event.type);
}

function chip(entry, place) {
  const fresh = place === 0 && !entry.shown;
  entry.shown = true;
  return h("li", { class: `chip ${entry.outcome}${entry.event?.type === "impression" ? " quiet" : ""}${fresh ? " fresh" : ""}` }, h("span", { class: "dot" }), h("b", null, textOf(entry)), " ", entry.count > 1 ? `${entry.count} titles` : (entry.about ?? ""));
}

function line(entry) {
  const detail = entry.event?.thumb ?? (entry.event?.positionSeconds !== undefined ? `at ${entry.event.positionSeconds} s` : null);
  return h("li", { class: entry.outcome },
    h("time", null, entry.sentAt.toLocaleTimeString("en-GB")), h("span", { class: "dot" }),
    h("span", { class: "what" }, h("b", null, textOf(entry)), " ", entry.count > 1 ? `${entry.count} titles` : (entry.about ?? ""), detail && h("i", null, ` ${detail}`)),
    h("span", { class: "receipt" }, entry.composed ? "" : entry.outcome + (entry.reason ? `: ${entry.field ? `${entry.field} ` : ""}${entry.reason}` : "")),
    h("span", { class: "took" }, entry.milliseconds === undefined ? "" : `${entry.milliseconds.toFixed(0)} ms`));
}

function add(entry) {
  const top = entries[0];
  // Cards that come into view together are one line.
  if (entry.event?.type === "impression" && top?.event?.type === "impression" && top.outcome !== "rejected" && entry.sentAt - top.sentAt < 4000) {
    top.members = [...(top.members ?? [top]), entry];
    top.count = top.members.length;
  } else {
    entries.unshift(entry);
    entries.length = Math.min(entries.length, KEPT);
  }
  draw();
}

on("recorded", add);
on("received", draw);
on("composed", ({ change, milliseconds }) => add({ composed: true, outcome: "composed", about: change, milliseconds, sentAt: new Date() }));

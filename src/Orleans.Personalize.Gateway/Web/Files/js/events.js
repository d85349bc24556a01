// Sends what happens on the page: at once what the next page must know, in small batches what was merely seen.

import { api } from "./api.js";
import { newId, session, tell } from "./session.js";

const SEEN = new Set(["impression", "rowScrolledPast", "rowScrolledAlong"]);
const BATCH = 200;
const SEEN_DELAY = 2000;
const RETRY_DELAY = 2000;
let queue = [];
let timer = 0;
let sending = false;

/** The local time with its offset from UTC, as the service wants it. */
function localTime() {
  const now = new Date();
  const offset = -now.getTimezoneOffset();
  const two = (n) => String(Math.trunc(Math.abs(n))).padStart(2, "0");
  const local = new Date(now.getTime() + offset * 60000).toISOString().slice(0, -1);
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

/** Records that something happened; `about` is the name to show for it in the activity strip. */
export function record(type, fields, about) {
  const event = { type, id: newId(), profile: session.profile.id, time: localTime(), device: session.device, session: session.id };
  for (const [name, value] of Object.entries(fields)) if (value !== null && value !== undefined) event[name] = value;
  const entry = { event, about, outcome: "sending", sentAt: new Date() };
  queue.push(entry);
  tell("recorded", entry);
  schedule(SEEN.has(type) ? SEEN_DELAY : 0);
}

function schedule(delay) {
  if (delay > 0 && timer) return;
  clearTimeout(timer);
  timer = setTimeout(flush, delay);
}

/** Sends what waits now, so that the answer asked for next knows it. */
export async function flushNow() {
  clearTimeout(timer);
  await flush();
}

async function flush() {
  timer = 0;
  if (sending || queue.length === 0) return;
  sending = true;
  const batch = queue.slice(0, BATCH);
  const started = performance.now();
  try {
    const answer = await api.events(batch.map((entry) => entry.event));
    queue = queue.slice(batch.length);
    batch.forEach((entry, i) => Object.assign(entry, answer.receipts[i], { milliseconds: performance.now() - started }));
    tell("received", batch);
    if (batch.some((entry) => entry.outcome === "accepted" && !SEEN.has(entry.event.type))) tell("changed", batch);
    sending = false;
    if (queue.length > 0) schedule(0);
  } catch (problem) {
    sending = false;
    // The same ids may be sent again: what did arrive is then a duplicate and counts once.
    const again = problem.status === 0 || problem.status === 503;
    if (!again) queue = queue.slice(batch.length);
    for (const entry of batch) Object.assign(entry, { outcome: again ? "waiting" : "rejected", reason: problem.message });
    tell("received", batch);
    if (again) schedule(RETRY_DELAY);
  }
}

/** Sends what is left when the page goes away. */
export function flushOnLeave() {
  addEventListener("pagehide", () => {
    if (queue.length > 0) api.events(queue.slice(0, BATCH).map((entry) => entry.event), true).catch(() => {});
  });
}

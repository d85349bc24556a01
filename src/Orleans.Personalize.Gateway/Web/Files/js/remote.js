// Moving about with the arrows of a remote control: whatever nothing nearer handles goes to the nearest control in that direction.

import { session } from "./session.js";

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const BACK = new Set(["GoBack", "BrowserBack", "XF86Back"]);
const CONTROLS = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex='0']";

// Along a line, a step out of it counts as much as three in it.
const OUT_OF_LINE = 3;

export function followRemote() {
  addEventListener("keydown", (e) => {
    if (session.device !== "tv" || e.defaultPrevented || e.altKey || e.ctrlKey || e.metaKey) return;
    if (BACK.has(e.key)) return goBack(e);
    const direction = directions[e.key];
    if (!direction || (direction[0] !== 0 && writes(document.activeElement))) return;
    const next = nearest(direction);
    if (!next) return;
    e.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center", inline: "nearest" });
  });
}

const writes = (element) => element?.matches("input[type='search'], input[type='text'], input[type='password']") && element.value !== "";

function goBack(e) {
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  if (!dialog) return;
  e.preventDefault();
  dialog.dispatchEvent(new Event("cancel", { cancelable: true })) && dialog.close();
}

function nearest([x, y]) {
  const scope = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  const from = scope.contains(document.activeElement) && document.activeElement !== document.body ? document.activeElement : null;
  const controls = [...scope.querySelectorAll(CONTROLS)].filter((control) => control !== from && control.tabIndex >= 0 && control.checkVisibility({ visibilityProperty: true }));
  if (!from) return scope.querySelector(".hero .button, .card[tabindex='0']") ?? controls[0];
  const here = from.getBoundingClientRect();
  let best = null, least = Infinity;
  for (const control of controls) {
    const there = control.getBoundingClientRect();
    const ahead = x !== 0 ? x * (middle(there, "left", "right") - middle(here, "left", "right")) : y * (middle(there, "top", "bottom") - middle(here, "top", "bottom"));
    const aside = x !== 0 ? apart(here.top, here.bottom, there.top, there.bottom) : apart(here.left, here.right, there.left, there.right);
    if (ahead < 4) continue;
    const distance = ahead + (x !== 0 ? OUT_OF_LINE * aside : aside);
    if (distance < least) [best, least] = [control, distance];
  }
  return best;
}

const middle = (box, low, high) => (box[low] + box[high]) / 2;
const apart = (a, b, c, d) => Math.max(0, c - b, a - d);

// Shows what a new page changed: everything glides from where it was (FLIP: first, last, invert, play).

import { calm } from "./dom.js";

const GLIDE = { duration: 620, easing: "cubic-bezier(.22,.9,.3,1)" };

/** Notes where the elements are, and returns what to call once they are where they will be. */
export function glide(elements) {
  if (calm()) return () => {};
  const near = (box) => box.bottom > -innerHeight / 2 && box.top < innerHeight * 1.5 && box.right > -200 && box.left < innerWidth + 200;
  const before = new Map();
  for (const element of elements) {
    const box = element.getBoundingClientRect();
    if (near(box)) before.set(element, box);
  }
  return (after) => {
    for (const element of after) {
      const to = element.getBoundingClientRect();
      if (!near(to)) continue;
      const from = before.get(element);
      if (!from) {
        element.animate([{ opacity: 0, transform: "scale(.86)" }, { opacity: 1, transform: "none" }], GLIDE);
      } else if (Math.abs(from.left - to.left) > 1 || Math.abs(from.top - to.top) > 1) {
        element.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: "none" }], GLIDE);
      }
    }
  };
}

/** Marks an element for a few seconds. */
export function mark(element, name, milliseconds = 4200) {
  element.classList.remove(name);
  void element.offsetWidth;
  element.classList.add(name);
  setTimeout(() => element.classList.remove(name), milliseconds);
}

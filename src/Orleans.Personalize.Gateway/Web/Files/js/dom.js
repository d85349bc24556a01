// Builds elements without markup in strings, so that no text can turn into markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: properties that begin with "on" are listeners, "class" and "data" and aria go to attributes, children may be nested or null. */
export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "vars") for (const [key, v] of Object.entries(value)) element.style.setProperty(key, v);
    else if (name in element && !name.includes("-") && name !== "list" && name !== "role") element[name === "class" ? "className" : name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  return fill(element, ...children);
}

/** Gives an element these children in place of those it has; what is null or false is left out. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Gives an element these children in this order, and touches only those that are out of place: a moved element would lose focus and scroll position. */
export function arrange(element, wanted) {
  const keep = new Set(wanted);
  for (const child of [...element.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, i) => {
    if (element.children[i] !== child) element.insertBefore(child, element.children[i] ?? null);
  });
}

const shapes = {
  play: ["M7 4.5v15l13-7.5z", true],
  pause: ["M6 4.5h4v15H6zM14 4.5h4v15h-4z", true],
  plus: ["M12 4v16M4 12h16"],
  check: ["M4 12.5l5.5 5.5L20 6.5"],
  close: ["M5 5l14 14M19 5L5 19"],
  info: ["M12 11v6M12 7.2v.1M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z"],
  up: ["M7 11v9H3.5v-9zM7 11l4-8c1.8 0 2.6 1.2 2.3 2.8L12.7 9h6c1.3 0 2.1 1.1 1.8 2.3l-1.8 7c-.2 1-1.1 1.7-2.1 1.7H7"],
  down: ["M17 13V4h3.500v9zM17 13l-4 8c-1.800 0-2.600-1.200-2.300-2.800l.6-3.200h-6c-1.300 0-2.100-1.100-1.800-2.300l1.800-7c.2-1 1.100-1.700 2.100-1.700H17"],
  twoup: ["M5.500 12v8H3v-8zM5.500 12l3-6.500c1.500 0 2.200 1 1.900 2.300L9.900 10H15c1 0 1.700.9 1.500 1.900l-1.400 5.700c-.2 1.400-1 2.400-2.100 2.400H5.500M12.500 7l1.300-3c1.500 0 2.200 1 1.900 2.300L15.200 9H19c1 0 1.700.9 1.500 1.900l-1.400 5.700c-.3 1.200-.9 2-1.700 2.300"],
  hide: ["M3 3l18 18M10 5.700a9 9 0 0 1 2-.2c5 0 8.500 4 9.500 6.500-.5 1.100-1.400 2.500-2.700 3.700M6.300 7.300C4.300 8.600 3 10.600 2.500 12c1 2.500 4.500 6.500 9.500 6.500 1.600 0 3-.4 4.300-1M9.900 9.900a3 3 0 0 0 4.200 4.200"],
  left: ["M15 4l-8 8 8 8"],
  right: ["M9 4l8 8-8 8"],
  chevron: ["M5 15l7-7 7 7"],
  search: ["M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.500 15.500L21 21"],
  back: ["M4 12a8 8 0 1 0 3-6.200M4 4v4.500h4.500"],
  forward: ["M20 12a8 8 0 1 1-3-6.200M20 4v4.500h-4.500"],
  spark: ["M12 3l1.900 6.100L20 11l-6.100 1.900L12 19l-1.900-6.100L4 11l6.100-1.900z"],
};

/** One of the page's own icons; hidden from assistive technology, since the button around it has a name. */
export function icon(name) {
  const [path, filled] = shapes[name];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", filled ? "icon filled" : "icon");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** A button with an icon and a name, which is shown beside it unless it is to be an icon alone. */
export function button(iconName, name, onclick, { kind = "", alone = false, pressed } = {}) {
  return h("button", { type: "button", class: `button ${kind}${alone ? " alone" : ""}`, "aria-label": alone ? name : null, title: alone ? name : "",
    "aria-pressed": pressed === undefined ? null : String(pressed), onclick }, iconName && icon(iconName), alone ? null : h("span", null, name));
}

/** A stable number from 0 up for a text, to choose colours by (FNV-1a). */
export function hash(text) {
  let value = 2166136261;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  return value >>> 0;
}

/** Says a sentence to assistive technology. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// What the page knows at the moment: who watches, on what, and what is shown.

const listeners = new Map();

/** The kinds of screens, and what they are called. */
export const devices = new Map([["tv", "TV"], ["phone", "Phone"], ["tablet", "Tablet"], ["web", "Browser"]]);

export const session = {
  id: newId(),
  profile: null,
  device: deviceOf(navigator.userAgent),
  why: false,
  page: null,
  search: null,
};

/** The kind of screen this is: the one chosen here before, else what the browser says of itself. */
function deviceOf(agent) {
  const chosen = new URLSearchParams(location.search).get("device") ?? sessionStorage.getItem("device");
  if (devices.has(chosen)) return chosen;
  if (/\bTV\b|SmartTV|Tizen(?!.*Mobile)|Web0S|BRAVIA|AFT[A-Z]|CrKey|Roku/i.test(agent)) return "tv";
  if (matchMedia("(max-width: 640px)").matches) return "phone";
  return matchMedia("(hover: none) and (pointer: coarse)").matches ? "tablet" : "web";
}

/** Changes the kind of screen, for this visit. */
export function setDevice(device) {
  session.device = device;
  sessionStorage.setItem("device", device);
  tell("device", device);
}

/** Calls back whenever something of this name happens. */
export function on(name, callback) {
  listeners.set(name, [...(listeners.get(name) ?? []), callback]);
}

/** Tells everybody who listens. */
export function tell(name, detail) {
  for (const callback of listeners.get(name) ?? []) callback(detail);
}

/** A new random id; also where the page is not served securely, and crypto.randomUUID is missing. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");
}

export const routes = {
  profiles: () => "#/",
  account: (account) => `#/account/${encodeURIComponent(account)}`,
  models: () => "#/models",
  home: (profile) => `#/profile/${encodeURIComponent(profile)}`,
  title: (profile, title) => `#/profile/${encodeURIComponent(profile)}/title/${encodeURIComponent(title)}`,
  search: (profile, query) => `#/profile/${encodeURIComponent(profile)}/search/${encodeURIComponent(query)}`,
  read() {
    const parts = location.hash.split("/").map(decode);
    return {
      account: parts[1] === "account" ? parts[2] : (parts[1] ? undefined : new URLSearchParams(location.search).get("account") ?? undefined),
      models: parts[1] === "models",
      profile: parts[1] === "profile" ? parts[2] : undefined,
      title: parts[3] === "title" ? parts[4] : undefined,
      search: parts[3] === "search" ? parts[4] : undefined,
    };
  },
};

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

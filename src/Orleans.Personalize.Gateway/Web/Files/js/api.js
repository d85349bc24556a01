// The HTTP API, as the page uses it.

const KEY = "personalize.key";
let askForKey = null;

/** An error the service answered: a problem document, or that it could not be reached. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? (status === 0 ? "The service cannot be reached." : `The service answered ${status}.`));
    this.status = status;
    this.field = body?.field;
    this.reason = body?.reason;
  }
}

/** Tells how to ask the person for the service's key, where it wants one. */
export function onKeyNeeded(ask) {
  askForKey = ask;
}

async function call(method, path, body, { keepalive = false, signal } = {}) {
  for (;;) {
    const headers = {};
    const key = sessionStorage.getItem(KEY);
    if (key) headers.Authorization = `Bearer ${key}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    let response;
    try {
      response = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), keepalive, signal });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new Problem(0);
    }
    if (response.status === 401 && askForKey && !keepalive) {
      sessionStorage.setItem(KEY, await askForKey(Boolean(key)));
      continue;
    }
    if (response.status === 204) return null;
    const answer = await response.json().catch(() => null);
    if (!response.ok) throw new Problem(response.status, answer);
    return answer;
  }
}

const at = (...parts) => "/v1/" + parts.map(encodeURIComponent).join("/");
const query = (values) => "?" + new URLSearchParams(Object.entries(values).filter(([, v]) => v !== null && v !== undefined && v !== ""));

export const api = {
  profiles: (filter, after, count) => call("GET", at("profiles") + query({ filter, after, count })),
  profile: (id) => call("GET", at("profiles", id)),
  putProfile: (settings) => call("PUT", at("profiles", settings.id), settings),
  eraseProfile: (id) => call("DELETE", at("profiles", id)),
  household: (account) => call("GET", at("accounts", account)),
  home: (profile, options) => call("GET", at("profiles", profile, "home") + query(options)),
  rows: (profile, page, after, count) => call("GET", at("profiles", profile, "home", page, "rows") + query({ after, count })),
  titlePage: (profile, title) => call("GET", at("profiles", profile, "titles", title)),
  search: (profile, options, signal) => call("GET", at("profiles", profile, "search") + query(options), undefined, { signal }),
  survey: (profile, count) => call("GET", at("profiles", profile, "survey") + query({ count })),
  model: () => call("GET", at("model")),
  models: () => call("GET", at("models")),
  activateModel: (version) => call("POST", at("models", version, "activate")),
  rollBackModel: () => call("POST", at("models", "rollback")),
  events: (events, keepalive) => call("POST", at("events"), events, { keepalive }),
};

/** Where a title's picture is; the server draws lettering where there is none. */
export function posterUrl(title, artwork) {
  return artwork ? `/posters/${encodeURIComponent(title)}/${encodeURIComponent(artwork)}.svg` : `/posters/${encodeURIComponent(title)}.svg`;
}

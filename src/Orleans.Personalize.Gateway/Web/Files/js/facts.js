// Short facts of a title, in words.

/** Year, kind, length, age. */
export function factsOf(title) {
  const seasons = new Set((title.episodes ?? []).map((e) => e.season)).size;
  return [
    title.year && String(title.year),
    title.kind === "series" ? (seasons > 0 ? `${seasons} season${seasons > 1 ? "s" : ""}` : "Series") : minutes(title.runtimeMinutes),
    title.maturityAge > 0 ? `${title.maturityAge}+` : null,
    title.genres?.slice(0, 3).join(" · "),
  ].filter(Boolean);
}

/** A length in hours and minutes. */
export function minutes(length) {
  if (!length) return null;
  const whole = Math.round(length);
  return whole >= 60 ? `${Math.floor(whole / 60)} h ${whole % 60} min` : `${whole} min`;
}

/** A position as a clock. */
export function clock(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${hours > 0 ? two(Math.floor((whole % 3600) / 60)) : Math.floor((whole % 3600) / 60)}:${two(whole % 60)}`;
}

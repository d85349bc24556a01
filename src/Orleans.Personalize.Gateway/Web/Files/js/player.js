// A player without film: time passes, faster than it does, and everything it would tell the service is told.

import { latestEvents } from "./activity.js";
import { posterUrl } from "./api.js";
import { button, h, icon } from "./dom.js";
import { record } from "./events.js";
import { clock } from "./facts.js";
import { tell } from "./session.js";

const TICK = 200;
const REPORT = 5000;
const INTRO = 75;
const CREDITS = 0.95;
const UNKNOWN_MINUTES = 100;

/** Plays a title from where it was left, or from its beginning. */
export function play(title, { progress, artwork, page, row }) {
  const episode = title.episodes.find((e) => e.season === progress?.season && e.number === progress?.episode) ?? title.episodes[0];
  const length = 60 * (episode?.runtimeMinutes ?? title.runtimeMinutes ?? UNKNOWN_MINUTES);
  const start = Math.min(progress?.positionSeconds ?? 0, length * 0.99);
  new Player(title, episode, length, start, artwork, { page, row });
}

class Player {
  #timer; #reportedAt = 0; #ended = false;

  constructor(title, episode, length, position, artwork, source) {
    Object.assign(this, { title, episode, length, position, artwork, source, speed: 60, playing: true });
    this.#draw();
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.toggle.focus();
    this.#tell("playStarted", source);
    this.#timer = setInterval(() => this.#tick(), TICK);
    this.#show();
  }

  #draw() {
    const where = this.episode ? `Season ${this.episode.season}, episode ${this.episode.number}${this.episode.name ? ` · ${this.episode.name}` : ""}` : null;
    this.toggle = button("pause", "Pause", () => this.#toggle(), { kind: "primary round", alone: true });
    this.scrubber = h("input", { type: "range", min: 0, max: Math.round(this.length), step: 1, "aria-label": "Position", oninput: () => this.#jump(Number(this.scrubber.value), false), onchange: () => this.#jump(Number(this.scrubber.value), true) });
    this.time = h("span", { class: "time" });
    this.skip = h("button", { type: "button", class: "button skipper", onclick: () => this.#skip() });
    const speed = h("select", { "aria-label": "Speed of the simulation", onchange: (e) => (this.speed = Number(e.target.value)) },
      [[1, "1×"], [10, "10×"], [60, "1 min/s"], [600, "10 min/s"]].map(([value, name]) => h("option", { value, selected: value === this.speed }, name)));
    this.dialog = h("dialog", { class: "player", "aria-label": `Playing ${this.title.name}` },
      h("div", { class: "backdrop", "aria-hidden": "true" }, h("img", { src: posterUrl(this.title.id, this.artwork), alt: "" })),
      h("div", { class: "screen", onclick: () => this.#toggle() },
        h("h1", null, this.title.name), where && h("p", null, where), h("p", { class: "hint" }, "A simulation: no film is shown, but every event is sent.")),
      latestEvents(),
      button("close", "Stop and close", () => this.#stop(), { kind: "closer", alone: true }),
      h("div", { class: "controls" },
        this.skip,
        this.scrubber,
        h("div", { class: "line" },
          this.toggle,
          button("back", "Back 5 minutes", () => this.#jump(this.position - 300, true), { alone: true }),
          button("forward", "On 5 minutes", () => this.#jump(this.position + 300, true), { alone: true }),
          this.time, h("span", { class: "gap" }), speed,
          button("check", "Finish", () => this.#complete()))));
    this.dialog.addEventListener("cancel", (e) => { e.preventDefault(); this.#stop(); });
    this.dialog.addEventListener("keydown", (e) => {
      if (e.key === " " && e.target === this.dialog) { e.preventDefault(); this.#toggle(); }
    });
  }

  #tell(type, more) {
    record(type, { title: this.title.id, season: this.episode?.season, episode: this.episode?.number, positionSeconds: Math.round(this.position), durationSeconds: this.length, ...more }, this.title.name);
    this.#reportedAt = performance.now();
  }

  #tick() {
    if (!this.playing) return;
    this.position = Math.min(this.length, this.position + (this.speed * TICK) / 1000);
    if (this.position >= this.length) return this.#complete();
    if (performance.now() - this.#reportedAt > REPORT) this.#tell("playProgressed");
    this.#show();
  }

  #show() {
    this.scrubber.value = this.position;
    this.scrubber.style.setProperty("--done", `${(100 * this.position) / this.length}%`);
    this.scrubber.setAttribute("aria-valuetext", `${clock(this.position)} of ${clock(this.length)}`);
    this.time.textContent = `${clock(this.position)} / ${clock(this.length)}`;
    const what = this.position < INTRO ? "Skip intro" : this.position > this.length * CREDITS ? "Skip credits" : "";
    this.skip.hidden = what === "";
    this.skip.textContent = what;
    this.dialog.classList.toggle("paused", !this.playing);
  }

  #toggle() {
    this.playing = !this.playing;
    this.toggle.replaceChildren(icon(this.playing ? "pause" : "play"));
    this.toggle.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    this.#tell(this.playing ? "playStarted" : "playPaused");
    this.#show();
  }

  #jump(position, settled) {
    this.position = Math.max(0, Math.min(this.length - 1, position));
    if (settled) this.#tell("playProgressed");
    this.#show();
  }

  #skip() {
    if (this.position < INTRO) {
      this.#tell("introSkipped");
      this.position = INTRO;
      this.#show();
    } else {
      this.#tell("creditsSkipped");
      this.#complete();
    }
  }

  #complete() {
    this.position = this.length;
    this.#tell("playCompleted");
    this.#leave();
  }

  #stop() {
    this.#tell("playStopped");
    this.#leave();
  }

  #leave() {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#timer);
    this.dialog.close();
    this.dialog.remove();
    tell("played", this.title);
    tell("uncovered");
  }
}

/** Stops what is playing when the profile changes. */
export function stopAll() {
  document.querySelector("dialog.player .closer")?.click();
}

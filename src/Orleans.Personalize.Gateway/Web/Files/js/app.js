// Where everything comes together: the address decides what is shown.

import { showActivity } from "./activity.js";
import { api, onKeyNeeded } from "./api.js";
import { h, icon } from "./dom.js";
import { flushOnLeave } from "./events.js";
import { refresh, reveal, showHome } from "./home.js";
import { showHousehold } from "./household.js";
import { askForKey } from "./key.js";
import { showModels } from "./models.js";
import { stopAll } from "./player.js";
import { avatar, showProfiles } from "./profiles.js";
import { followRemote } from "./remote.js";
import { createSearch, showResults } from "./search.js";
import { devices, on, routes, session, setDevice } from "./session.js";
import { closeTitle, showTitle } from "./title.js";

const main = document.getElementById("main");
const top = document.getElementById("top");
let shown;

function drawTop() {
  const profile = session.profile;
  const brand = h("a", { class: "brand", href: profile ? routes.home(profile.id) : routes.profiles(), "aria-label": "Personalize, home" }, h("img", { src: "/favicon.svg", alt: "", width: 28, height: 28 }), h("span", null, "Personalize"));
  if (!profile) return top.replaceChildren(brand);
  const why = h("button", { type: "button", class: "button why-toggle", "aria-pressed": String(session.why), onclick: () => {
    session.why = !session.why;
    document.body.classList.toggle("explained", session.why);
    why.setAttribute("aria-pressed", String(session.why));
  } }, icon("spark"), h("span", null, "Why?"));
  const device = h("select", { "aria-label": "Screen", onchange: (e) => {
    setDevice(e.target.value);
    refresh().catch(fail);
  } }, [...devices].map(([value, name]) => h("option", { value, selected: value === session.device }, name)));
  top.replaceChildren(brand, h("span", { class: "gap" }), createSearch(), h("span", { class: "gap" }), why, h("label", { class: "device" }, device),
    h("a", { class: "who", href: profile.account ? routes.account(profile.account) : routes.profiles(), "aria-label": `${profile.name}: change profile` }, avatar(profile), h("span", { class: "name" }, profile.name)));
}

async function showRoute() {
  const route = routes.read();
  if (shown !== placeOf(route) || (route.profile && route.profile !== session.profile?.id)) await changeProfile(route);
  if (route.profile !== routes.read().profile) return;
  if (!route.title) session.search = route.search ?? null;
  if (session.profile) showResults(session.search);
  if (session.profile && route.title) showTitle(route.title);
  else closeTitle();
  reveal();
}

const placeOf = (route) => (route.models ? "models" : route.account ? `account ${route.account}` : `profile ${route.profile ?? ""}`);

async function changeProfile(route) {
  const id = route.profile;
  shown = placeOf(route);
  stopAll();
  closeTitle();
  session.profile = null;
  session.page = null;
  session.search = null;
  showResults(null);
  document.body.classList.toggle("choosing", !id);
  try {
    if (id) {
      const profile = await api.profile(id);
      if (routes.read().profile !== id) return;
      session.profile = profile;
    }
    drawTop();
    document.title = session.profile ? `${session.profile.name} · Personalize` : "Personalize";
    scrollTo(0, 0);
    if (session.profile) {
      showActivity(document.getElementById("activity"));
      await showHome(main);
    } else {
      document.getElementById("activity").hidden = true;
      if (route.account) await showHousehold(main, route.account);
      else await (route.models ? showModels : showProfiles)(main);
    }
  } catch (problem) {
    drawTop();
    fail(problem);
  }
}

function fail(problem) {
  main.replaceChildren(h("section", { class: "trouble", role: "alert" },
    h("h1", null, problem.status === 404 ? "Not found" : "That did not work"), h("p", null, problem.message),
    h("div", { class: "actions" },
      h("button", { type: "button", class: "button primary", onclick: () => location.reload() }, "Try again"), h("a", { class: "button", href: routes.profiles() }, "All profiles"))));
}

on("problem", (problem) => console.warn(problem.message));
on("uncovered", reveal);
onKeyNeeded(askForKey);
const dress = () => (document.documentElement.dataset.device = session.device);
on("device", dress);
dress();
followRemote();
flushOnLeave();
addEventListener("hashchange", showRoute);
addEventListener("scroll", () => top.classList.toggle("scrolled", scrollY > 20), { passive: true });
showRoute();

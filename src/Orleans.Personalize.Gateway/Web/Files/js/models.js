// What operators see of models: which there are, which answers, and the way back.

import { api } from "./api.js";
import { announce, button, fill, h } from "./dom.js";
import { routes } from "./session.js";

const standings = { inService: "In service", before: "Before", kept: "" };

/** Shows the models at hand. */
export async function showModels(container) {
  const body = h("tbody");
  const message = h("p", { class: "words", role: "status" });
  const back = button("back", "Roll back", () => change(api.rollBackModel, "Rolled back to"));
  const table = h("div", { class: "scroller", hidden: true }, h("table", null,
    h("thead", null, h("tr", null, ["Version", "", "Trained at", "Titles", "Events", "Held-out events", ""].map((name) => h("th", { scope: "col" }, name)))), body));
  fill(container, h("section", { class: "operations" },
    h("h1", null, "Models"),
    h("p", { class: "words" }, "Every page comes from one model throughout and names it. A change takes effect at once and fails no request."),
    h("div", { class: "actions" }, back, h("a", { class: "button", href: routes.profiles() }, "All profiles")), message, table));
  await load();

  async function load() {
    const { models } = await api.models();
    fill(body, models.map(line));
    table.hidden = models.length === 0;
    back.disabled = !models.some((model) => model.standing === "before");
    if (models.length === 0) message.textContent = "No model was trained yet: answers come from content and from what is watched now.";
  }

  function line(model) {
    const info = model.info;
    const activate = model.standing === "inService" || !info ? null : button(null, "Put in service", () => change(() => api.activateModel(model.version), "In service:"));
    return h("tr", { class: model.standing }, h("td", null, h("code", null, model.version)), h("td", null, standings[model.standing]),
      info ? [h("td", null, new Date(info.trainedAt).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })), h("td", null, number(info.titles)), h("td", null, number(info.events)),
        h("td", null, info.metrics.map((metric) => `${metric.name} ${metric.value.toFixed(3)}`).join(", "))] : h("td", { class: "fault", colSpan: 4 }, model.problem),
      h("td", null, activate));
  }

  async function change(call, words) {
    message.textContent = "";
    try {
      const model = await call();
      await load();
      message.textContent = `${words} ${model.version}`;
    } catch (problem) {
      message.textContent = problem.message;
    }
    announce(message.textContent);
  }
}

const number = (value) => value.toLocaleString("en-GB");

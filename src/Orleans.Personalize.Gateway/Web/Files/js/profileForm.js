// What is set for a profile: made, changed, erased.

import { api } from "./api.js";
import { button, h } from "./dom.js";
import { newId } from "./session.js";

const CHILD = 12;
const ages = [[0, "For everybody (0)"], [6, "Up to 6"], [12, "Up to 12"], [16, "Up to 16"], [18, "Up to 18"], [21, "Everything"]];

/** Asks for the settings of a new profile, and makes it. */
export function askForProfile({ account, done }) {
  show({ settings: { id: `web-${newId().slice(0, 8)}`, account, name: "", kids: false, maturityLimit: 21, sharesTaste: true }, fresh: true, done });
}

/** Lets the settings of a profile be changed, or the profile erased. */
export function editProfile({ settings, done }) {
  show({ settings, fresh: false, done });
}

function show({ settings, fresh, done }) {
  const name = h("input", { type: "text", maxLength: 100, required: true, autocomplete: "off", id: "profile-name", value: settings.name });
  const kids = h("input", { type: "checkbox", id: "profile-kids", checked: settings.kids, onchange: limit });
  const shares = h("input", { type: "checkbox", id: "profile-shares", checked: settings.sharesTaste !== false });
  const age = h("select", { id: "profile-age" });
  const message = h("p", { class: "fault", role: "alert" });
  const dialog = h("dialog", { class: "small", "aria-labelledby": "profile-heading", onclose: () => dialog.remove() },
    h("form", { method: "dialog", onsubmit: save },
      h("h2", { id: "profile-heading" }, fresh ? "A new profile" : "Edit profile"),
      fresh && h("p", null, "Nothing is known of it yet; watch how fast that changes."),
      h("label", { htmlFor: "profile-name" }, "Name"), name,
      h("label", { class: "check" }, kids, h("span", null, "For a child: only titles for up to 12 years")),
      settings.account && h("label", { class: "check" }, shares, h("span", null, "Share taste with the household: new profiles begin with genres that the others like")),
      h("label", { htmlFor: "profile-age" }, "Titles it may see"), age, message,
      h("div", { class: "actions" },
        h("button", { type: "submit", class: "button primary" }, fresh ? "Create" : "Save"), button(null, "Cancel", () => dialog.close()),
        !fresh && button(null, "Delete profile", askToErase, { kind: "danger" }))));
  limit();
  document.body.append(dialog);
  dialog.showModal();

  // A child's profile never sees more than titles for up to 12 years, whatever the limit says; so no more is offered.
  function limit() {
    const now = Number(age.value || settings.maturityLimit);
    const offered = ages.filter(([years]) => !kids.checked || years <= CHILD);
    const known = offered.some(([years]) => years === now) || (kids.checked && now > CHILD);
    age.replaceChildren(...offered.map(([years, text]) => h("option", { value: String(years) }, text)), ...(known ? [] : [h("option", { value: String(now) }, `Up to ${now}`)]));
    age.value = String(kids.checked ? Math.min(now, CHILD) : now);
  }

  function askToErase() {
    const sure = button(null, `Delete ${settings.name} for good`, erase, { kind: "danger" });
    message.replaceChildren("All that was learnt and every event kept of it goes with it. ", sure);
    sure.focus();
  }

  async function save(e) {
    e.preventDefault();
    await attempt(async () => done(await api.putProfile({ ...settings, name: name.value.trim(), kids: kids.checked, maturityLimit: Number(age.value), sharesTaste: shares.checked })));
  }

  async function erase() {
    await attempt(async () => {
      await api.eraseProfile(settings.id);
      done(null);
    });
  }

  async function attempt(change) {
    try {
      await change();
      dialog.close();
    } catch (problem) {
      message.textContent = problem.message;
    }
  }
}

// Asks for the key of a service that wants one.

import { h } from "./dom.js";

let asking = null;

/** The key that the person types; one question at a time, however many calls wait for it. */
export function askForKey(wasWrong) {
  asking ??= new Promise((resolve) => {
    const key = h("input", { type: "password", id: "key", required: true, autocomplete: "off" });
    const dialog = h("dialog", { class: "small", "aria-labelledby": "key-heading", oncancel: (e) => e.preventDefault() },
      h("form", { method: "dialog", onsubmit: (e) => {
        e.preventDefault();
        asking = null;
        dialog.close();
        dialog.remove();
        resolve(key.value.trim());
      } },
        h("h2", { id: "key-heading" }, "This service wants a key"), h("p", null, wasWrong ? "That one was not right." : "It is kept until this tab is closed."),
        h("label", { htmlFor: "key" }, "Key"), key,
        h("div", { class: "actions" }, h("button", { type: "submit", class: "button primary" }, "Continue"))));
    document.body.append(dialog);
    dialog.showModal();
  });
  return asking;
}

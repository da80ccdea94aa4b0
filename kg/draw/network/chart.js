"use strict";
/* A post of the chart shows its sentences when it is opened. */
(() => {
  const given = JSON.parse(document.getElementById("net-data").textContent);
  const say = (key, values = {}) => given.words[key][given.language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children.filter(Boolean));
    return element;
  }

  function sentence(told) {
    const link = told.page && told.page !== told.article ? told.page : told.url;
    return [
      make("blockquote", {}, told.before, make("mark", {}, told.quote), told.after),
      make("p", { class: "source" }, link ? make("a", { href: link }, told.title || link) : told.title, told.date && ` · ${told.date}`),
      told.rule ? make("p", { class: "note" }, say("inferred", { rule: told.rule })) : null,
      told.caption ? make("p", { class: "note" }, say("caption")) : null,
    ].filter(Boolean);
  }

  for (const details of document.querySelectorAll("details[data-tie]")) {
    details.addEventListener("toggle", async () => {
      if (!details.open || details.dataset.told) return;
      details.dataset.told = "yes";
      try {
        const answer = await fetch(`${given.address}/sentences.json?tie=${encodeURIComponent(details.dataset.tie)}`);
        if (answer.ok) details.querySelector(".said").replaceChildren(...(await answer.json()).sentences.flatMap(sentence));
      } catch {
        delete details.dataset.told; // opened once more, it asks once more
      }
    });
  }
})();

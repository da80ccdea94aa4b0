// Fills the list of a field with what may be meant, while somebody types.  Without it the field takes any name.
"use strict";

for (const field of document.querySelectorAll("input[data-offers]")) {
  const list = document.getElementById(field.getAttribute("list"));
  let waiting = 0;
  let last = null;

  async function ask() {
    const typed = field.value;
    if (typed === last) return;
    last = typed;
    let offers;
    try {
      const answer = await fetch(`${field.dataset.offers}&prefix=${encodeURIComponent(typed)}`);
      if (!answer.ok || typed !== field.value) return;
      offers = await answer.json();
    } catch {
      return; // the server is gone, or the reader has left the page
    }
    list.replaceChildren(
      ...offers.map((offer) => {
        const option = document.createElement("option");
        option.value = offer.value;
        option.label = offer.label;
        return option;
      }),
    );
  }

  field.addEventListener("focus", ask);
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
}

// Opens a list as soon as it has been read.  Without it there is a link to load the page again.
"use strict";

const waits = document.querySelector("[data-waits]");

async function look() {
  const answer = await fetch(waits.dataset.waits);
  if (!answer.ok || (await answer.json()).done) location.reload();
  else setTimeout(look, 1000);
}

if (waits) setTimeout(look, 1000);

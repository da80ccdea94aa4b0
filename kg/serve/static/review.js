// Opens a list as soon as it has been read.  Without it there is a link to load the page again.
"use strict";

const waits = document.querySelector("[data-waits]");

async function look() {
  try {
    const answer = await fetch(waits.dataset.waits);
    if (!answer.ok || (await answer.json()).done) return location.reload();
  } catch {
    // the server is gone for a while, or the reader has left the page
  }
  return setTimeout(look, 1000);
}

if (waits) setTimeout(look, 1000);

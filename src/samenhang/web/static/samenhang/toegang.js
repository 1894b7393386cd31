// Says so when a security key did not answer; the library itself only writes it to the console.
"use strict";

document.addEventListener("allauth.error", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const melding = document.querySelector("[data-sleutelfout]");
  if (melding) melding.hidden = false;
});

// Comfort for who works here all day. Every page also works without this file.
"use strict";

document.documentElement.classList.add("met-script");

const KEUZE = "samenhang.sneltoetsen";
const sneltoetsenAan = () => localStorage.getItem(KEUZE) !== "uit";
const toon = (id) => document.getElementById(id)?.showModal();

function rijlinks() {
  return [...document.querySelectorAll(".tabelvlak tbody tr")]
    .map((rij) => rij.querySelector("a[href]"))
    .filter((link) => link);
}

function stap(richting) {
  const links = rijlinks();
  const rij = document.activeElement?.closest(".tabelvlak tbody tr");
  const hier = links.findIndex((link) => link.closest("tr") === rij);
  const doel = hier < 0 ? (richting > 0 ? 0 : links.length - 1) : hier + richting;
  links[Math.max(0, Math.min(links.length - 1, doel))]?.focus();
}

const TOETSEN = {
  "/": () => document.querySelector("input[type=search]")?.focus(),
  j: () => stap(1),
  k: () => stap(-1),
  x: () => document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]")?.click(),
  d: () => document.querySelector("#doen :is(input:not([type=hidden]), select, textarea, button)")?.focus(),
  "?": () => toon("sneltoetsen"),
};

document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key === "Escape") {
    document.querySelectorAll("details[data-uitklap][open]").forEach((blad) => {
      blad.open = false;
      blad.querySelector("summary").focus();
    });
    // Out of the search field, so that j and k work again.
    if (gebeurtenis.target.matches("input[type=search]")) gebeurtenis.target.blur();
  }
  const knop = /^[a-z]$/.test(gebeurtenis.key) && document.querySelector(`[data-toets="${gebeurtenis.key}"]`);
  const doet = knop ? () => knop.click() : TOETSEN[gebeurtenis.key];
  const typt = gebeurtenis.target.closest("input:not([type=checkbox]), select, textarea, dialog, [contenteditable]");
  if (!doet || typt || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || !sneltoetsenAan()) return;
  gebeurtenis.preventDefault();
  doet();
});

document.addEventListener("click", (gebeurtenis) => {
  const knop = gebeurtenis.target.closest("[data-toon]");
  if (knop) toon(knop.dataset.toon);
  if (gebeurtenis.target.closest("[data-druk]")) print();
  document.querySelectorAll("details[data-uitklap][open]").forEach((blad) => {
    if (!blad.contains(gebeurtenis.target)) blad.open = false;
  });
});

function telGekozen(tabel) {
  const vakjes = [...tabel.querySelectorAll("tbody input[type=checkbox]")];
  const gekozen = vakjes.filter((vakje) => vakje.checked).length;
  const alles = tabel.querySelector("input[data-kies-alles]");
  if (alles) {
    alles.checked = gekozen === vakjes.length;
    alles.indeterminate = gekozen > 0 && gekozen < vakjes.length;
  }
  const teller = tabel.closest("form")?.querySelector("output[data-gekozen]");
  if (teller) teller.textContent = teller.dataset.gekozen.replace("{n}", gekozen);
}

document.addEventListener("change", (gebeurtenis) => {
  const vakje = gebeurtenis.target;
  if (vakje.id === "sneltoetsen-aan") localStorage.setItem(KEUZE, vakje.checked ? "aan" : "uit");
  const tabel = vakje.closest(".tabelvlak table");
  if (!tabel || vakje.type !== "checkbox") return;
  if (vakje.matches("[data-kies-alles]")) {
    tabel.querySelectorAll("tbody input[type=checkbox]").forEach((ander) => { ander.checked = vakje.checked; });
  }
  telGekozen(tabel);
});

document.addEventListener("submit", (gebeurtenis) => {
  const knop = gebeurtenis.submitter;
  const tekst = knop?.dataset.bevestig;
  if (!tekst || knop.dataset.bevestigd) return;
  gebeurtenis.preventDefault();
  gebeurtenis.stopPropagation();
  const dialoog = document.getElementById("bevestiging");
  document.getElementById("bevestiging-tekst").textContent = tekst;
  dialoog.returnValue = "";
  dialoog.addEventListener("close", () => {
    if (dialoog.returnValue !== "ja") return knop.focus();
    knop.dataset.bevestigd = "ja";
    knop.form.requestSubmit(knop);
    delete knop.dataset.bevestigd;
  }, { once: true });
  dialoog.showModal();
}, true);

// A part of a page that was asked and did not come as that part (logged out, refused, broken) becomes the whole page.
// What is asked by itself every few seconds is simply asked again.
const vanzelf = (deel) => (deel?.getAttribute("hx-trigger") ?? "").startsWith("every");

document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
  const { xhr, pathInfo, requestConfig } = gebeurtenis.detail;
  const gevraagd = new URL(pathInfo.finalRequestPath, location.href);
  const elders = xhr.responseURL && new URL(xhr.responseURL).pathname !== gevraagd.pathname;
  if (!elders && xhr.status < 400) return;
  gebeurtenis.detail.shouldSwap = false;
  if (elders || !vanzelf(requestConfig.elt)) location.assign(elders ? location.href : gevraagd);
});

document.addEventListener("htmx:sendError", (gebeurtenis) => {
  document.getElementById("geen-verbinding").hidden = vanzelf(gebeurtenis.detail.elt);
});

document.addEventListener("htmx:afterSwap", () => {
  document.getElementById("geen-verbinding").hidden = true;
  document.querySelectorAll(".tabelvlak table").forEach(telGekozen);
});

document.addEventListener("DOMContentLoaded", () => {
  const schakelaar = document.getElementById("sneltoetsen-aan");
  if (schakelaar) schakelaar.checked = sneltoetsenAan();
  document.querySelectorAll(".tabelvlak table").forEach(telGekozen);
});

"use strict";
(() => {
  const form = document.getElementById("filter");
  const result = document.getElementById("filter-result");
  const openAll = document.getElementById("open-all");
  const gaps = [...document.querySelectorAll(".gap")];
  const tables = [...document.querySelectorAll("table.gaps")];
  const filters = ["group", "role", "owner", "status"];
  const ranks = { status: ["not-met", "partial", "unanswered"] };
  gaps.forEach((gap, index) => { gap.dataset.index = index; });

  // Compares two gaps by the chosen column; equal or empty values keep the order of priority.
  const compare = (key) => (a, b) => {
    const [x, y] = [a.dataset[key] || "", b.dataset[key] || ""];
    let order = 0;
    if (ranks[key]) order = ranks[key].indexOf(x) - ranks[key].indexOf(y);
    else if (!x || !y) order = Boolean(y) - Boolean(x);
    else order = x.localeCompare(y, document.documentElement.lang, { numeric: true });
    return order || a.dataset.index - b.dataset.index;
  };

  const apply = () => {
    const chosen = filters.filter((name) => form.elements[name].value);
    for (const gap of gaps) gap.hidden = chosen.some((name) => gap.dataset[name] !== form.elements[name].value);
    for (const table of tables) {
      const rows = [...table.tBodies].sort(compare(form.elements.sort.value || "index"));
      table.append(...rows);
      table.parentElement.hidden = rows.every((row) => row.hidden);
    }
    const shown = gaps.filter((gap) => !gap.hidden).length;
    const by = chosen.map((name) => {
      const select = form.elements[name];
      return `${select.labels[0].firstChild.textContent.trim().toLowerCase()} ${select.selectedOptions[0].textContent}`;
    });
    const words = form.dataset.result.replace("{shown}", shown).replace("{all}", gaps.length);
    result.textContent = by.length ? `${words} · filter: ${by.join(", ")}` : "";
  };

  const setAll = (open) => {
    for (const part of document.querySelectorAll(".gap details")) part.open = open;
    openAll.setAttribute("aria-pressed", String(open));
    openAll.textContent = open ? openAll.dataset.close : openAll.dataset.open;
  };

  // A link to a gap shows it, whatever the filter says, and opens it.
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.classList.contains("gap")) return;
    if (target.hidden) { form.reset(); apply(); }
    target.querySelector("details").open = true;
    target.scrollIntoView();
  };

  // A table that fits its box needs no stop of the tab key.
  const reach = () => {
    for (const box of document.querySelectorAll(".wide")) box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1;
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  openAll.addEventListener("click", () => setAll(openAll.getAttribute("aria-pressed") === "false"));
  addEventListener("hashchange", follow);
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);

  // Print shows folded parts; afterwards they fold again.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of opened) part.open = false; });

  apply();
  reach();
  follow();
})();

// Moving through the report: next and previous finding, deep links, single keys.

let current = null;

function shownFindings() {
  return findings.filter((finding) => finding.shown);
}

function step(by) {
  const list = shownFindings();
  if (!list.length) return;
  const at = list.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  visit(list[next].id, { push: false });
}

function visit(id, { push = true } = {}) {
  const target = document.getElementById(id);
  if (!target) return;
  const finding = byId.get(id);
  if (finding && !finding.shown) finding.card.hidden = false;
  setCurrent(finding ?? null);
  state.target = id;
  writeHash(push);
  const row = finding?.row;
  if (row) row.hidden = false;
  aim(target, row ?? target, 6);
  target.focus({ preventScroll: true });
}

// Rows off screen have guessed heights until they are drawn: aim again until the place stands still.
// The text is shown with its card where both fit, else the card.
function aim(target, row, tries, last = NaN) {
  const together = target.getBoundingClientRect().bottom - row.getBoundingClientRect().top < innerHeight - 60;
  if (together) row.scrollIntoView({ block: "start", behavior: "instant" });
  else target.scrollIntoView({ block: "center", behavior: "instant" });
  const { top } = target.getBoundingClientRect();
  if (tries && top !== last) requestAnimationFrame(() => aim(target, row, tries - 1, top));
}

function setCurrent(finding) {
  for (const node of $$(".current")) node.classList.remove("current");
  for (const node of $$("#list [aria-current]")) node.removeAttribute("aria-current");
  current = finding;
  if (!finding) return;
  finding.card.classList.add("current");
  for (const mark of $$(`a.mark[data-f~="${finding.id}"]`)) mark.classList.add("current");
  const link = $("a", finding.item);
  link.setAttribute("aria-current", "true");
  const list = link.closest(".finding-list");
  const top = finding.item.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 60) list.scrollTop = top - 80;
}

function followLinks(event) {
  const link = event.target.closest?.('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const id = link.getAttribute("href").slice(1);
  if (!document.getElementById(id)) return;
  event.preventDefault();
  visit(id);
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => current && toggleDismissal(current),
  c: () => current && copyLocation($('[data-act="copy"]', current.card)),
  "/": () => $("#q").focus(),
  "?": () => $("#help").showModal(),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) {
    if (event.key === "Escape" && event.target.id === "q") event.target.blur();
    return;
  }
  if (!$("#keys").checked && event.key !== "?") return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function startNavigation() {
  document.addEventListener("click", followLinks);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest?.(".card");
    if (card && card.id !== current?.id) setCurrent(byId.get(card.id));
  });
  window.addEventListener("popstate", () => {
    readHash();
    showControls();
    applyFilters();
    if (state.target) visit(state.target, { push: false });
  });
  if (!state.target) return;
  visit(state.target, { push: false });
  // The browser goes to the fragment by itself when the page has loaded: go there again after it.
  window.addEventListener("load", () => requestAnimationFrame(() => visit(state.target, { push: false })), { once: true });
}

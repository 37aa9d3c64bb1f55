// What the page knows and remembers: its findings, the filters (in the URL), and what the reader decided (in this browser).

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const data = JSON.parse($("#data").textContent);

const findings = data.findings.map((record) => ({ ...record, card: document.getElementById(record.id) }));
const byId = new Map(findings.map((finding) => [finding.id, finding]));
for (const item of $$("#list > li")) {
  const finding = byId.get(item.dataset.f);
  finding.item = item;
  finding.row = finding.card.closest(".row");
  finding.order = Number(finding.card.dataset.order);
  finding.confidence = Number(item.dataset.conf);
  finding.severity = item.dataset.sev;
  finding.category = item.dataset.cat;
  finding.shown = true;
}

const SEVERITIES = ["critical", "major", "minor", "neutral"];
const DEFAULTS = { sev: SEVERITIES.join("."), code: "", cat: "", conf: "0", q: "", sort: "position", only: "", rev: "" };
const state = { ...DEFAULTS, target: "" };

function readHash() {
  Object.assign(state, DEFAULTS, { target: "" });
  for (const part of location.hash.slice(1).split("&")) {
    const cut = part.indexOf("=");
    if (cut < 0) state.target = part;
    else if (part.slice(0, cut) in DEFAULTS) state[part.slice(0, cut)] = decode(part.slice(cut + 1));
  }
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

function writeHash(push = false) {
  const parts = Object.keys(DEFAULTS)
    .filter((key) => state[key] !== DEFAULTS[key])
    .map((key) => `${key}=${encodeURIComponent(state[key])}`);
  if (state.target) parts.unshift(state.target);
  const hash = parts.length ? `#${parts.join("&")}` : location.pathname.split("/").pop() + location.search;
  if (location.hash === hash) return;
  history[push ? "pushState" : "replaceState"](null, "", hash || "#");
}

// Private windows and strict settings refuse storage: then decisions last as long as the page.
const memory = new Map();

function remembered(key) {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function remember(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // kept in memory
  }
}

// Filters and order of the findings; hides cards and list items, dims the marks in the text.

const controls = { code: $("#code"), cat: $("#category"), conf: $("#confidence"), q: $("#q"), sort: $("#sort") };
const switches = { only: $("#only"), rev: $("#reviewed") };
let marks = null;

function haystack(finding) {
  finding.text ??= "";
  finding.haystack ??= [finding.card.textContent, finding.text, finding.source ?? ""].join("\n").toLocaleLowerCase();
  return finding.haystack;
}

function matches(finding, severities, query) {
  return (
    severities.has(finding.severity) &&
    (!state.code || finding.code === state.code) &&
    (!state.cat || finding.category === state.cat) &&
    finding.confidence >= Number(state.conf) &&
    (!state.rev || !isDismissed(finding)) &&
    (!query || haystack(finding).includes(query))
  );
}

function applyFilters() {
  const severities = new Set(state.sev.split("."));
  const query = state.q.trim().toLocaleLowerCase();
  let shown = 0;
  for (const finding of findings) {
    const show = matches(finding, severities, query);
    shown += show;
    if (show === finding.shown) continue;
    finding.shown = show;
    finding.item.hidden = finding.card.hidden = !show;
  }
  dimMarks();
  const only = Boolean(state.only);
  const wanted = new Set(findings.filter((finding) => finding.shown).map((finding) => finding.row));
  if (only || applyFilters.only) for (const row of $$(".row")) row.hidden = only && !wanted.has(row);
  applyFilters.only = only;
  sortList();
  const total = findings.length;
  $("#tally").textContent = shown === total ? `${total} finding${total === 1 ? "" : "s"}` : `${shown} of ${total} findings`;
}

function dimMarks() {
  marks ??= $$(".rows a.mark").map((mark) => ({ mark, ids: mark.dataset.f.split(" "), off: false }));
  for (const entry of marks) {
    const off = !entry.ids.some((id) => byId.get(id).shown);
    if (off !== entry.off) entry.mark.classList.toggle("off", (entry.off = off));
  }
}

const ORDERS = {
  position: (one, other) => one.order - other.order,
  severity: (one, other) =>
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || other.confidence - one.confidence,
  confidence: (one, other) => other.confidence - one.confidence,
  code: (one, other) => (one.code < other.code ? -1 : one.code > other.code ? 1 : 0),
};

function sortList() {
  if (sortList.by === state.sort) return;
  const order = ORDERS[state.sort] ?? ORDERS.position;
  findings.sort((one, other) => order(one, other) || one.order - other.order);
  if (sortList.by !== undefined || state.sort !== "position") $("#list")?.append(...findings.map(({ item }) => item));
  sortList.by = state.sort;
}

function showControls() {
  for (const [key, control] of Object.entries(controls)) control.value = state[key];
  for (const [key, control] of Object.entries(switches)) control.checked = Boolean(state[key]);
  for (const box of $$("input[name=sev]")) box.checked = state.sev.split(".").includes(box.value);
  $("#confidence-shown").textContent = Number(state.conf).toFixed(2);
  if (["code", "cat", "conf", "sort", "only", "rev"].some((key) => state[key] !== DEFAULTS[key])) $(".more").open = true;
}

function readControls() {
  for (const [key, control] of Object.entries(controls)) state[key] = control.value;
  for (const [key, control] of Object.entries(switches)) state[key] = control.checked ? "1" : "";
  state.sev = $$("input[name=sev]:checked").map((box) => box.value).join(".");
  $("#confidence-shown").textContent = Number(state.conf).toFixed(2);
  applyFilters();
  writeHash();
}

function startFilters() {
  const form = $(".filters");
  form.hidden = false;
  form.addEventListener("input", readControls);
  form.addEventListener("submit", (event) => event.preventDefault());
  $("#reset").addEventListener("click", () => {
    Object.assign(state, DEFAULTS);
    showControls();
    applyFilters();
    writeHash();
  });
}

// "Not an error": kept in this browser by fingerprint, exported as the baseline that `tqcheck check --baseline` reads.

const STORE = "tqcheck-not-errors/1";
const decisions = new Map(Object.entries(JSON.parse(remembered(STORE) ?? "{}")));

const isDismissed = (finding) => decisions.has(finding.fingerprint);

function decide(finding, note) {
  if (note === null) decisions.delete(finding.fingerprint);
  else decisions.set(finding.fingerprint, note);
  remember(STORE, JSON.stringify(Object.fromEntries(decisions)));
  for (const twin of findings) if (twin.fingerprint === finding.fingerprint) showDecision(twin);
  showExport();
  applyFilters();
}

function showDecision(finding) {
  const dismissed = isDismissed(finding);
  finding.card.classList.toggle("dismissed", dismissed);
  finding.item.classList.toggle("dismissed", dismissed);
  for (const mark of $$(`a.mark[data-f~="${finding.id}"]`)) mark.classList.toggle("dismissed", dismissed);
  $(".decision", finding.card)?.remove();
  const button = $('[data-act="dismiss"]', finding.card);
  button.textContent = dismissed ? "Count it again" : "Not an error…";
  if (dismissed) finding.card.append(element("p", "decision", `Marked as not an error${noteOf(finding)}`));
}

function noteOf(finding) {
  const note = decisions.get(finding.fingerprint);
  return note ? `: ${note}` : ".";
}

function element(name, className, text = "") {
  const node = document.createElement(name);
  node.className = className;
  node.textContent = text;
  return node;
}

function toggleDismissal(finding) {
  if (isDismissed(finding)) return decide(finding, null);
  const open = $(".note-form", finding.card);
  if (open) return open.remove();
  const button = $('[data-act="dismiss"]', finding.card);
  const form = element("form", "note-form");
  const label = element("label", "", "Why is it right as it stands? (kept with the baseline)");
  const note = element("textarea", "");
  note.rows = 2;
  note.dir = "auto";
  label.append(note);
  const save = element("button", "primary", "Mark as not an error");
  const cancel = element("button", "", "Cancel");
  cancel.type = "button";
  form.append(label, save, cancel);
  finding.card.append(form);
  button.setAttribute("aria-expanded", "true");
  const close = () => {
    form.remove();
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    decide(finding, note.value.trim());
  });
  note.focus();
}

function baseline() {
  const inOrder = findings.filter(isDismissed).sort((one, other) => one.order - other.order);
  return {
    schema: "tqcheck-baseline/1",
    signature: data.signature,
    findings: inOrder.map(({ fingerprint, code, path, source, text }) => ({
      fingerprint,
      code,
      path,
      source: source ?? null,
      text: text ?? null,
      note: decisions.get(fingerprint),
    })),
  };
}

function download() {
  const blob = new Blob([`${JSON.stringify(baseline(), null, 2)}\n`], { type: "application/json" });
  const link = element("a", "");
  link.href = URL.createObjectURL(blob);
  link.download = "tqcheck-baseline.json";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function showExport() {
  const count = findings.filter(isDismissed).length;
  $("#export-count").textContent = String(count);
  $(".export").hidden = count === 0;
}

function startDecisions() {
  for (const finding of findings) if (isDismissed(finding)) showDecision(finding);
  showExport();
  $("#export").addEventListener("click", download);
}

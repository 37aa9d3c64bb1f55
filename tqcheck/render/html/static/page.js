// What is left: theme, copy buttons, the strip, help; then everything starts.

const THEMES = ["auto", "light", "dark"];

function showTheme(theme) {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  $("#theme").textContent = `Theme: ${theme}`;
}

function startTheme() {
  let theme = remembered("tqcheck-theme") ?? "auto";
  showTheme(THEMES.includes(theme) ? theme : "auto");
  $("#theme").addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    remember("tqcheck-theme", theme);
    showTheme(theme);
  });
}

async function copyLocation(button) {
  const text = button.dataset.location;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", "vh", text);
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 1500);
}

function onAction(event) {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  const finding = byId.get(button.closest(".card").id);
  if (button.dataset.act === "copy") copyLocation(button);
  else toggleDismissal(finding);
}

function startStrip() {
  for (const strip of $$(".strip")) {
    strip.addEventListener("click", (event) => {
      const segment = event.target.dataset?.s;
      if (segment !== undefined) visit(`s${strip.dataset.doc}-${segment}`);
    });
  }
}

function startHelp() {
  $("#help-open").addEventListener("click", () => $("#help").showModal());
  const keys = $("#keys");
  keys.checked = remembered("tqcheck-keys") !== "off";
  keys.addEventListener("change", () => remember("tqcheck-keys", keys.checked ? "on" : "off"));
}

for (const node of $$(".tools, .actions")) node.hidden = false;
document.addEventListener("click", onAction);
startTheme();
startHelp();
startStrip();
readHash();
startFilters();
startDecisions();
showControls();
applyFilters();
startLinks();
startNavigation();

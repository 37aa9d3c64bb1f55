"""Pictures of the sample reports for the README: `python docs/screenshots.py` after `make demo`; needs Chromium and Playwright."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "reports" / "samples"
IMAGES = ROOT / "docs" / "images"

# name of the picture: (report, place in it, width, height, colour scheme)
PICTURES = {
    "summary": ("portuguese-english", "", 1360, 860, "light"),
    "finding": ("portuguese-english", "first", 1360, 860, "light"),
    "restatement": ("seed", "TQ404", 1360, 620, "dark"),
    "with-source": ("seed-with-source", "", 1360, 860, "light"),
    "phone": ("portuguese-english", "first", 390, 844, "light"),
}


def main() -> int:
    """Writes every picture of `PICTURES`; 1 with a reason when the browser or a report is missing."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    missing = [f"{report}.html" for report, *_ in PICTURES.values() if not (SAMPLES / f"{report}.html").exists()]
    if not chromium or missing:
        print(f"missing: {', '.join(missing) or 'chromium'}; run make demo and install chromium", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, (report, place, width, height, scheme) in PICTURES.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            page.goto((SAMPLES / f"{report}.html").as_uri())
            link = {"": None, "first": "#list li a"}.get(place, f'#list li[data-code="{place}"] a')
            if link:
                page.eval_on_selector(link, "(node) => node.click()")
            page.wait_for_timeout(400)
            page.screenshot(path=IMAGES / f"{name}.png")
            context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

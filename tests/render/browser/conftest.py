"""A real Chromium for the report's tests; without it, or without Playwright, they are skipped and say why."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.render.browser.articles import article_report, seed_report
from tqcheck import check
from tqcheck.model import Report
from tqcheck.render.contract import to_payload
from tqcheck.render.html import render

ROOT = Path(__file__).parents[3]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REPORTS: dict[str, Callable[[], Report]] = {
    "seed": seed_report,
    "alone": lambda: check(ROOT / "seeds" / "article.en.txt", engine="none"),
    "portuguese": lambda: article_report("pt-en-salt"),
    "arabic": lambda: article_report("en-ar-manuscripts"),
    "japanese": lambda: article_report("ja-en-bathhouse"),
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("no Chromium: install Debian's package chromium, or name one in CHROMIUM")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core; fetched once by npm into the ignored folder build/."""
    folder = ROOT / "build" / "axe"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists() and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(folder), "axe-core@4"]
        subprocess.run(install, capture_output=True, timeout=120, check=False)
    if not script.exists():
        pytest.skip("no axe-core: npm is missing or could not fetch it (npm install --prefix build/axe axe-core@4)")
    return script.read_text("utf-8")


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports of `REPORTS` as files."""
    folder = tmp_path_factory.mktemp("reports")
    paths = {name: folder / f"{name}.html" for name in REPORTS}
    for name, path in paths.items():
        path.write_text(render(to_payload(REPORTS[name]())), "utf-8")
    return paths


class Visit:
    """An open report with everything that it logged or asked for."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.address = ""
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Visit]]:
    """Opens a report: `visit(path, hash="", width=1400, height=900, **context options)`; nothing may be logged or fetched."""
    contexts, visits = [], []

    def opened(path: Path, fragment: str = "", *, width: int = 1400, height: int = 900, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        found = Visit(context.new_page())
        visits.append(found)
        found.address = path.as_uri()
        found.page.goto(found.address + fragment)
        return found

    yield opened
    for context in contexts:
        context.close()
    for one in visits:
        assert one.complaints == []
        assert [url for url in one.requests if not url.startswith((one.address, "blob:"))] == []

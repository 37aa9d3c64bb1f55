"""A document of 2,000 segments: every filter under 200 ms, the first paint hardly later than that of a short one.

Filters are measured in processor time of the page's thread, so that a busy machine does not fail them. The first paint is wall time by its
nature: how much later it comes than that of twenty segments, best of five in turns, says what the length costs on any machine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.render.browser.articles import long_report
from tqcheck.render.contract import to_payload
from tqcheck.render.html import render

pytestmark = pytest.mark.slow
LIMIT = 200
SLOWER = 2
"""How many times later a hundred times the text may be painted."""

PAINT = """async () => {
  const painted = () => performance.getEntriesByName("first-contentful-paint");
  while (!painted().length) await new Promise((done) => setTimeout(done, 20));
  return painted()[0].startTime;
}"""
FILTER = """async (text) => {
  const field = document.querySelector("#q");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _write(tmp_path_factory, 2000)


@pytest.fixture(scope="module")
def short_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _write(tmp_path_factory, 20)


def _write(folders: pytest.TempPathFactory, segments: int) -> Path:
    path = folders.mktemp("speed") / f"{segments}.html"
    path.write_text(render(to_payload(long_report(segments))), "utf-8")
    return path


def test_first_paint(
    visit: Callable[..., Any], long_file: Path, short_file: Path, record_property: Callable[[str, object], None]
) -> None:
    times: dict[Path, list[float]] = {long_file: [], short_file: []}
    for _ in range(5):
        for file, seen in times.items():
            seen.append(visit(file).page.evaluate(PAINT))
    record_property("first_paint_ms", list(times.values()))
    assert min(times[long_file]) < SLOWER * min(times[short_file]), times


def test_filters(visit: Callable[..., Any], long_file: Path, record_property: Callable[[str, object], None]) -> None:
    page = visit(long_file).page
    page.wait_for_selector(".filters:not([hidden])")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def thread_ms() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return float(1000 * next(metric["value"] for metric in metrics if metric["name"] == "ThreadTime"))

    times = {}
    for text in ("number 77", "", "nothing like this", "number 7"):
        before = thread_ms()
        page.evaluate(FILTER, text)
        times[text] = round(thread_ms() - before)
    record_property("filter_ms", times)
    assert max(times.values()) < LIMIT, times

"""A document of 2,000 segments: first paint and every filter under 200 ms.

Filters are measured in processor time of the page's thread, so that a busy machine does not fail them; the first paint is wall
time by its nature, best of three, and is not judged on a machine that is busy with other work.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.render.browser.articles import long_report
from tqcheck.render.contract import to_payload
from tqcheck.render.html import render

pytestmark = pytest.mark.slow
LIMIT = 200

PAINT = """() => performance.getEntriesByName("first-contentful-paint")[0].startTime"""
FILTER = """async (text) => {
  const field = document.querySelector("#q");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.html"
    path.write_text(render(to_payload(long_report())), "utf-8")
    return path


def test_first_paint(
    visit: Callable[..., Any], long_file: Path, record_property: Callable[[str, object], None]
) -> None:
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    if busy > 1.5:
        pytest.skip(f"the machine is busy ({busy:.1f} runnable tasks a core): wall time means nothing")
    times = []
    for _ in range(3):
        page = visit(long_file).page
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        times.append(page.evaluate(PAINT))
    record_property("first_paint_ms", times)
    assert min(times) < LIMIT


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

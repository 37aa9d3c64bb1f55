"""tqcheck and round-trip chrF over the same items."""

from __future__ import annotations

from typing import Any

from sacrebleu.metrics import CHRF

from tqcheck._version import __version__
from tqcheck.bench.items import Item
from tqcheck.bench.run import run_items
from tqcheck.config import Plan
from tqcheck.engines.routes import find_translator
from tqcheck.jobs import Job

TOLERATED = 0.1
"""Share of good halves that round-trip chrF may complain about: its threshold is set on the items themselves, in its favour."""


RULES = ("TQ1", "TQ3", "TQ4", "TQ5")
"""Families none of whose checks needs a model."""


def judge_alone(items: list[dict[str, Any]], select: tuple[str, ...]) -> dict[str, Any]:
    """Every item as an article of its own; any finding but neutral ones and those about the tool is a complaint."""
    results = run_items([_item(item) for item in items], Plan(select=select, engine="none" if select else "auto"))
    said = {result.item.id: sorted({finding.code for finding, _ in result.matched.findings}) for result in results}
    return {"version": f"tqcheck {__version__}", "complaints": {name: codes for name, codes in said.items() if codes}}


def _item(item: dict[str, Any]) -> Item:
    suffix = ".md" if item["code"] in ("TQ105", "TQ106", "TQ204") else ".txt"
    job = Job(
        path=item["id"] + suffix,
        source_path=item["id"] + ".source" + suffix,
        data=item["target"].encode(),
        source_data=item["source"].encode(),
    )
    languages = item["source_language"], item["target_language"]
    return Item(id=item["id"], group="suite", split="test", languages=languages, job=job)


def round_trip(items: list[dict[str, Any]]) -> dict[str, Any]:
    """Complains where the back-translation is less like the source than for all but `TOLERATED` of the good halves."""
    metric, scores = CHRF(), dict[str, float]()
    for source, target in sorted({(item["source_language"], item["target_language"]) for item in items}):
        translator = find_translator("auto", target, source, {}) if "pt" in (source, target) else None
        chosen = [item for item in items if (item["source_language"], item["target_language"]) == (source, target)]
        if translator is None:
            continue
        for item, back in zip(chosen, translator.translate([i["target"] for i in chosen], target, source), strict=True):
            scores[item["id"]] = metric.sentence_score(back.text, [item["source"]]).score
    good = sorted(scores[item["id"]] for item in items if item["id"] in scores and not item["bad"])
    if not good:
        return {"skipped": "no translator for Portuguese is installed (the extra `pt` brings it)"}
    limit = good[int(TOLERATED * len(good))]
    return {
        "version": str(metric.get_signature()),
        "asked": sorted(scores),
        "complaints": {name: ["chrF"] for name, score in scores.items() if score < limit},
    }

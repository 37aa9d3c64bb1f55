"""Figures of one value are one figure, however a language writes them: sentence pairs that must stay silent, and their traps.

`data/clean_figures.tsv`: source language, target language, source, translation. `data/wrong_figures.tsv`: the code in addition.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.one_pair import findings_of

DATA = Path(__file__).parents[1] / "data"
CODES = ("TQ101", "TQ102", "TQ103", "TQ107")


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", rows("clean_figures.tsv"), ids=" | ".join)
def test_the_same_value_is_no_finding(row: list[str]) -> None:
    source_language, target_language, source, target = row
    found = findings_of(CODES, source, target, (source_language, target_language))
    assert [(code, hit.message) for code, hit in found] == []


@pytest.mark.parametrize("row", rows("wrong_figures.tsv"), ids=" | ".join)
def test_another_value_is_one(row: list[str]) -> None:
    source_language, target_language, source, target, code = row
    assert code in {found for found, _ in findings_of(CODES, source, target, (source_language, target_language))}

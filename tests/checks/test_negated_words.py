"""Word links as the second signal of a negation that differs."""

from __future__ import annotations

from typing import Any

import pytest

from tqcheck.checks.negated_words import read_denial
from tqcheck.model import Evidence, Link, Pair, Run, Segment, Span

SOURCE, TARGET = "The bridge is open.", "Der Weg ist nicht offen."


def _pair(*links: tuple[tuple[int, int], tuple[int, int], float]) -> Pair:
    def segment(text: str) -> Segment:
        return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),), block=0)

    found = tuple(Link(Span(*source), Span(*target), strength) for source, target, strength in links)
    return Pair(
        source=segment(SOURCE),
        target=segment(TARGET),
        source_language="en",
        target_language="de",
        evidence=Evidence(links=found),
    )


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ((), "unknown"),
        ((((14, 18), (18, 23), 0.7),), "linked"),
        ((((4, 10), (4, 7), 0.7),), "unlinked"),
        ((((14, 18), (12, 17), 0.6),), "rendered"),
        ((((11, 13), (12, 17), 0.6), ((14, 18), (18, 23), 0.3)), "unknown"),
    ],
)
def test_links_tell_another_wording_from_a_flip(links: Any, said: str) -> None:
    place = TARGET.index("nicht"), TARGET.index("nicht") + 5
    assert read_denial(_pair(*links), place, lost=False) == said

"""Where a lost negation shows: the clause that links tell, else the clauses about its place that do not deny themselves."""

from __future__ import annotations

import pytest

from tqcheck.checks.lost_negations import possible_place
from tqcheck.model import Evidence, Link, Pair, Run, Segment, Span


def _pair(source: str, target: str, languages: tuple[str, str], *links: tuple[str, str]) -> Pair:
    def segment(text: str) -> Segment:
        return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),), block=0)

    def span(text: str, word: str) -> Span:
        return Span(text.index(word), text.index(word) + len(word))

    found = tuple(Link(span(source, left), span(target, right), 0.8) for left, right in links)
    first, second = languages
    evidence = Evidence(links=found)
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=first,
        target_language=second,
        evidence=evidence,
    )


def _place(pair: Pair, word: str) -> tuple[int, int]:
    text = pair.source.text if pair.source else ""
    return text.index(word), text.index(word) + len(word)


MOVED = (
    "Figures were not available for the other networks, the ministry said on Monday.",
    "По словам министерства в понедельник, для прочих сетей, которых много, данные были доступны.",
)


def test_links_lead_to_a_clause_that_moved():
    pair = _pair(*MOVED, ("en", "ru"), ("available", "доступны"), ("Figures", "данные"))
    start, end = possible_place(pair, _place(pair, "not"))
    assert MOVED[1][start:end] == "данные были доступны"


@pytest.mark.parametrize(
    ("source", "target", "languages", "shown"),
    [
        (
            "He did not sign the paper, but he must not be angry at all.",
            "Он не подписал бумагу, но он должен очень сердиться.",
            ("en", "ru"),
            "но он должен очень сердиться",
        ),
        (
            "水道管は11月に凍らなかったと、市長は話した。",
            "The mayor said, at a meeting, that the pipes froze in November.",
            ("ja", "en"),
            "The mayor said, at a meeting, that the pipes froze in November.",
        ),
    ],
)
def test_without_links_what_denies_is_not_the_place_and_verbs_at_the_end_move_everything(
    source: str, target: str, languages: tuple[str, str], shown: str
):
    pair = _pair(source, target, languages)
    word = "なかった" if languages[0] == "ja" else "not be"
    start, end = possible_place(pair, _place(pair, word))
    assert target[start:end] == shown

"""A negation that only a model misses is excused by words and by back-translations that have it; engines that agree are counted."""

from __future__ import annotations

import pytest

from tqcheck.checks.negation_probes import count_agreeing, is_answered
from tqcheck.model import Diagnostics, Evidence, Pair, Run, Segment, Translation


def pair(source: str, target: str, *backs: str, sound: bool = True, languages: tuple[str, str] = ("pt", "en")) -> Pair:
    diagnostics = Diagnostics(degenerate="" if sound else "loop")
    carried = [
        Translation(text=back, language=languages[0], signature="t", diagnostics=diagnostics)
        for back in (*backs, "", "")
    ]
    first, second, *_ = carried
    evidence = Evidence(back=first if first.text else None, second=second if second.text else None)
    return Pair(
        source=Segment(text=source, runs=(Run(0, len(source), 0, len(source)),)),
        target=Segment(text=target, runs=(Run(0, len(target), 0, len(target)),)),
        source_language=languages[0],
        target_language=languages[1],
        evidence=evidence,
    )


LOST = "O hospital não abriu ontem.", "The hospital opened yesterday."
ADDED = LOST[0].replace("não ", ""), "The hospital did not open yesterday."


@pytest.mark.parametrize(
    ("texts", "backs", "agreeing"),
    [
        ((*LOST,), (), 0),
        ((*LOST,), ("O hospital abriu ontem.",), 1),
        ((*LOST,), ("O hospital abriu ontem.", "O hospital tem aberto ontem."), 2),
    ],
)
def test_what_is_lost_in_every_reading_is_not_excused(texts, backs, agreeing):
    found = pair(*texts, *backs)
    assert not is_answered(found, lost=True)
    assert count_agreeing(found, lost=True) == agreeing
    assert count_agreeing(found, lost=False) == 0


def test_an_addition_is_counted_apart():
    found = pair(*ADDED, "O hospital não abriu ontem.")
    assert not is_answered(found, lost=False)
    assert (count_agreeing(found, lost=False), count_agreeing(found, lost=True)) == (1, 0)


@pytest.mark.parametrize(
    "found",
    [
        pair("Ela não aceitou.", "She did not accept."),
        pair("Ela não aceitou a proposta.", "She turned the proposal down.", "Ela não aceitou a proposta."),
    ],
)
def test_other_words_excuse(found):
    assert is_answered(found, lost=True)


def test_a_damaged_back_translation_says_nothing():
    assert count_agreeing(pair(*LOST, "O hospital abriu ontem.", sound=False), lost=True) == 0
    assert not is_answered(pair(*LOST, "O hospital não abriu ontem.", sound=False), lost=True)


def test_a_language_without_a_table_excuses_nothing():
    found = pair("Dim byd.", "Something.", languages=("cy", "en"))
    assert not is_answered(found, lost=True)
    assert count_agreeing(found, lost=True) == 0

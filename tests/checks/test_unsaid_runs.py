"""Short phrases that a translation adds or leaves out: what is cut, and what speaks against it."""

from __future__ import annotations

from tests.checks.test_unrendered import make
from tqcheck.checks.phrase_strength import usual_of
from tqcheck.checks.unsaid_runs import unsaid_runs
from tqcheck.text.prepositions import is_preposition

SOURCE = "Die Stadt öffnet Unterkünfte in der Schule und in der Feuerwache."
ADDED = "The town opens shelters in the school and in the fire station in secret with volunteers."
WHOLE = "The town opens shelters in the school and in the fire station."


def strongest(target: str, added: str, source: str = SOURCE) -> tuple[str, float]:
    pair = make(source, target, ("de", "en"), added=added)
    usual = usual_of([pair, *[make(SOURCE, WHOLE, ("de", "en"))] * 9], 0.0)
    assert usual is not None
    found = max(unsaid_runs("added", pair, usual), key=lambda run: run.strength, default=None)
    return (target[found.start : found.end], found.strength) if found else ("", 0.0)


def test_a_phrase_that_nothing_carries_is_cut_where_it_begins_and_ends() -> None:
    text, strength = strongest(ADDED, "in secret with volunteers")
    assert text == "in secret with volunteers"
    assert strength > 0.1


def test_a_sentence_all_of_whose_words_are_carried_has_no_run() -> None:
    assert strongest(WHOLE, "") == ("", 0.0)


def test_a_phrase_with_a_figure_of_the_source_is_none() -> None:
    target = WHOLE.replace(".", " for about 24 hours.")
    text, _ = strongest(target, "for about 24 hours", SOURCE.replace(".", ", 24 Stunden."))
    assert "24" not in text


def test_a_phrase_has_no_mark_inside() -> None:
    text, _ = strongest(WHOLE.replace(".", " by force, with great noise."), "by force, with great noise")
    assert "," not in text


def test_prepositions_of_relatives_are_known() -> None:
    assert is_preposition("Without", "en-GB")
    assert is_preposition("bez", "hr")
    assert not is_preposition("house", "en")
    assert not is_preposition("kanssa", "fi")

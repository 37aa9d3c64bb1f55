"""Linked words of two values of an axis are an opposition, unless a negation, another word or the rest of the sentence answers for it."""

from __future__ import annotations

import pytest

from tqcheck.checks.linked_opposites import find_linked
from tqcheck.model import Evidence, Link, Pair, Run, Segment, Span


def segment(text: str) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def pair(languages: str, source: str, target: str, *links: tuple[str, str, float]) -> Pair:
    found = tuple(
        Link(Span(source.index(a), source.index(a) + len(a)), Span(target.index(b), target.index(b) + len(b)), strength)
        for a, b, strength in links
    )
    one, _, other = languages.partition("-")
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=one,
        target_language=other,
        evidence=Evidence(links=found),
    )


@pytest.mark.parametrize(
    ("given", "meant", "said"),
    [
        (
            pair(
                "en-fr",
                "The bus runs as usual, since its last service passes before dusk.",
                "Le bus roule comme d'habitude, car le dernier passe après la tombée de la nuit.",
                ("before", "après", 0.55),
            ),
            "before",
            "after",
        ),
        (
            pair("ru-en", "Если дождь, матч отменят.", "Unless it rains, the match is off.", ("Если", "Unless", 0.6)),
            "if",
            "unless",
        ),
        (
            pair(
                "en-hr",
                "Unless you do so, the keys will not work.",
                "Kad to učinite, tipke neće raditi.",
                ("Unless", "Kad", 0.6),
            ),
            "unless",
            "if",
        ),
    ],
)
def test_a_linked_word_of_another_value_is_an_opposition(given, meant, said):
    (found,) = find_linked(given)
    assert (found.meant, found.said) == (meant, said)


@pytest.mark.parametrize(
    "given",
    [
        # a negation in the clause makes "if" unless
        pair(
            "ru-en", "Если не пойдёт дождь, матч будет.", "Unless it rains, there is a match.", ("Если", "Unless", 0.6)
        ),
        # a weak link
        pair("en-fr", "He left before dusk.", "Il est parti après la tombée de la nuit.", ("before", "après", 0.4)),
        # evening may be night
        pair("en-zh", "He stayed for three nights.", "他待了三个晚上。", ("nights", "晚上", 0.7)),
        # both sides name both values: the words crossed
        pair(
            "en-fr",
            "Before lunch he wrote, after it he slept.",
            "Il a écrit avant le repas et dormi après.",
            ("Before", "après", 0.6),
            ("after", "avant", 0.6),
        ),
        # a stronger link says what renders the word
        pair(
            "en-nl",
            "They pay less, and more is to come.",
            "Ze betalen minder, en er komt meer.",
            ("less", "meer", 0.5),
            ("less", "minder", 0.8),
        ),
    ],
)
def test_what_is_answered_is_none(given):
    assert list(find_linked(given)) == []

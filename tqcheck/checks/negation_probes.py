"""What the tables of negations add to the probes that take one out."""

from __future__ import annotations

from tqcheck.model import Pair, Probe
from tqcheck.text.function_words import closed_classes
from tqcheck.text.language_codes import primary
from tqcheck.text.negation import read_polarity
from tqcheck.text.polarity_difference import find_flip
from tqcheck.text.polarity_sides import VERB_LAST, Sides
from tqcheck.text.word_patterns import table_language


def is_answered(pair: Pair, lost: bool) -> bool:
    """Whether a negation of the source that seems lost (else: one that the translation seems to add) may be there in other words.

    It may where the tables see no such flip between source and translation, or between source and back-translation. False for languages
    without a table.
    """
    if pair.source is None or pair.target is None:
        return False
    source = pair.source.text, pair.source_language
    if _excuses(source, (pair.target.text, pair.target_language), lost):
        return True
    return any(_excuses(source, back, lost) for back in carried_back(pair))


def count_agreeing(pair: Pair, lost: bool) -> int:
    """How many engines, two at most, carry back a text that differs from the source by the same flip."""
    source = (pair.source.text if pair.source else "", pair.source_language)
    return sum(_flips(source, back) is lost for back in carried_back(pair))


def carried_back(pair: Pair) -> list[tuple[str, str]]:
    """The sound back-translations, each with its language."""
    backs = (pair.evidence.back, pair.evidence.second)
    home = primary(pair.source_language)
    return [
        (back.text, back.language)
        for back in backs
        if back is not None and not back.gloss and back.diagnostics.sound and primary(back.language) == home
    ]


def _excuses(source: tuple[str, str], other: tuple[str, str], lost: bool) -> bool:
    """Whether the tables know both languages and see no such flip."""
    known = read_polarity(*source) is not None and read_polarity(*other) is not None
    return known and _flips(source, other) is not lost


def _flips(source: tuple[str, str], other: tuple[str, str]) -> bool | None:
    """Whether the other text lost (True) or added (False) a negation; None where it did neither, or no table tells."""
    left, right = read_polarity(*source), read_polarity(*other)
    if left is None or right is None:
        return None
    ordered = (table_language(source[1]) in VERB_LAST) == (table_language(other[1]) in VERB_LAST)
    flip = find_flip(Sides(left, right, (len(source[0]), len(other[0])), ordered))
    return flip.lost if flip else None


def negates(probe: Probe, text: str, language: str) -> bool:
    """Whether what is taken out is a negation and nothing else of weight."""
    classes = closed_classes(language)
    words = [word.strip(".,;:!?\"'()“”«»").casefold() for word in text[probe.start : probe.end].split()]
    denials = [word in classes.negation or word.endswith(("n't", "n’t")) for word in words]
    return any(denials) and all(
        denial or not word or word in classes.function for denial, word in zip(denials, words, strict=True)
    )

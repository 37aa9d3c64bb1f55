"""What the tables of negations add to the probes that take one out."""

from __future__ import annotations

from tqcheck.model import Pair, Probe
from tqcheck.text.function_words import closed_classes
from tqcheck.text.language_codes import primary
from tqcheck.text.negation import read_polarity
from tqcheck.text.polarity_difference import VERB_LAST, Sides, find_flip
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
    back = pair.evidence.back
    if back is None or back.gloss or not back.diagnostics.sound:
        return False
    return primary(back.language) == primary(pair.source_language) and _excuses(
        source, (back.text, back.language), lost
    )


def _excuses(source: tuple[str, str], other: tuple[str, str], lost: bool) -> bool:
    left, right = read_polarity(*source), read_polarity(*other)
    if left is None or right is None:
        return False
    ordered = (table_language(source[1]) in VERB_LAST) == (table_language(other[1]) in VERB_LAST)
    flip = find_flip(Sides(left, right, (len(source[0]), len(other[0])), ordered))
    return flip is None or flip.lost != lost


def negates(probe: Probe, text: str, language: str) -> bool:
    """Whether what is taken out is a negation and nothing else of weight."""
    classes = closed_classes(language)
    words = [word.strip(".,;:!?\"'()“”«»").casefold() for word in text[probe.start : probe.end].split()]
    denials = [word in classes.negation or word.endswith(("n't", "n’t")) for word in words]
    return any(denials) and all(
        denial or not word or word in classes.function for denial, word in zip(denials, words, strict=True)
    )

"""How surely a difference in negations is an error: logistic weights over what models say of the sentence, fitted on development data.

`negation_strength.toml` is written by `python -m corpora.fit_negation`; its head says on what. A strength is a probability.
"""

from __future__ import annotations

from tqcheck.checks.logistic import read_weights, strength_of
from tqcheck.checks.negated_words import Denial
from tqcheck.model import Link, Pair, Segment
from tqcheck.text.denied_words import is_affirmed
from tqcheck.text.function_words import closed_classes
from tqcheck.text.polarity_sides import Flip
from tqcheck.text.segment import words

SIGNS = {
    "added": -1,
    "linked": 1,
    "unlinked": -1,
    "answered": -1,
    "worded": -1,
    "counted": -1,
    "affirmed": 1,
    "covered": 1,
    "alike": -1,
    "critical": 1,
}
"""What each feature speaks for: 1 = an error, -1 = another wording; a weight never speaks for the other, whatever chance says."""


def features(pair: Pair, flip: Flip, denial: Denial) -> dict[str, float]:
    """What tells an error from another wording; empty where no model measured the pair.

    `added`: the translation denies (writers and machines lose negations more often than they add any); `linked`, `unlinked`: whether the
    denied word has a counterpart; `answered`, `worded`, `counted`: how clear the difference is (:class:`Flip`); `affirmed`: the dictionary
    finds the denied word in a clause that affirms; `covered`: mean strength
    of the links of content words, of the side that has fewer: a free rendering has few; `alike`: cosine of the sentence vectors, which
    a lost negation lowers; `critical`: the quality model's probability of a critical error.
    """
    evidence, source, target = pair.evidence, pair.source, pair.target
    if evidence.links is None or evidence.quality is None or source is None or target is None:
        return {}
    covered = (
        _covered(source, pair.source_language, [(link.source.start, link.source.end, link) for link in evidence.links]),
        _covered(target, pair.target_language, [(link.target.start, link.target.end, link) for link in evidence.links]),
    )
    return {
        "added": float(not flip.lost),
        "linked": float(denial == "linked"),
        "unlinked": float(denial == "unlinked"),
        "answered": float(flip.manner == "answered"),
        "worded": float(flip.manner in ("worded", "turned")),
        "counted": float(flip.manner == "counted"),
        "affirmed": float(is_affirmed(flip, (source.text, pair.source_language), (target.text, pair.target_language))),
        "covered": min(covered),
        "alike": evidence.similarity or 0.0,
        "critical": evidence.quality.critical,
    }


def _covered(segment: Segment, language: str, links: list[tuple[int, int, Link]]) -> float:
    """Mean strength of the best link of each content word, 0-1; 1 where there is none."""
    classes = closed_classes(language)
    best = [
        max((link.strength for start, end, link in links if start < span.end and span.start < end), default=0.0)
        for span in words(segment.text)
        if segment.text[span.start : span.end].casefold() not in classes.function | classes.negation
    ]
    return min(sum(best) / len(best), 1.0) if best else 1.0


def strength(found: dict[str, float]) -> float:
    """Probability 0-1 of the features that :func:`features` gives."""
    return strength_of(found, read_weights("negation_strength"))

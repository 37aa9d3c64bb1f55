"""Negation: what the source denies, the translation denies (TQ603)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check
from tqcheck.text.gaps import estimate_gap
from tqcheck.text.masks import blank
from tqcheck.text.negation import Polarity, Span, read_polarity

PLAIN, ANSWERED, WORDED, COUNTED = 0.82, 0.7, 0.6, 0.5
"""Raw strengths of one signal: nothing else denies on either side; words that deny inside stand on both alike; the denial lay in a
word (without, unable); the source denies twice and the translation once, or only beside a verb that affirms."""
AGREED, MARKED, CONTRADICTED = 0.93, 0.88, 0.3
"""Two signals: the back-translation says the same; the quality model marks the place; the back-translation says otherwise."""
SURE = 0.5
"""Probability from which a place that the quality model marks is a second signal."""


@dataclass(frozen=True, slots=True)
class _Flip:
    """A difference in polarity: where it shows on the side that denies, and how strongly one signal speaks."""

    lost: bool
    place: Span
    strength: float


@check(
    "TQ603",
    "negation-flip",
    category="accuracy/mistranslation",
    severity="critical",
    needs=("back", "quality"),
    silenced_by=("TQ203", "TQ604"),
    confidence=0.6,
)
def negation_flip(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source denies and the translation affirms, or the other way round.

    Why: the error that turns a statement into its opposite, and the one that fluent machine translation hides best.

    Bad: "He did not resign." → „Er trat zurück.“; "The bridge is open." → «Мост не открыт.»

    Good: "not only", "no longer" → „nicht mehr“, "He failed to come" → „Er kam nicht“, « ne … que », double negation

    How: plain negations, verbs that hold one (Turkish, Czech), words that deny inside (without, unable, un-) and phrases that deny
    nothing are counted on both sides, by table, in 34 languages. A second signal, a back-translation that agrees or a place that the
    quality model marks, makes a finding severe.

    Limits: what a sentence denies is not compared, only how often; one signal alone is a faint, minor sign.
    """
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    left, right = read_polarity(source, pair.source_language), read_polarity(target, pair.target_language)
    if left is None or right is None:
        return
    flip = _compare(left, right)
    if flip is not None:
        yield _lost(pair, flip) if flip.lost else _added(pair, flip)


def _compare(left: Polarity, right: Polarity) -> _Flip | None:
    if left.only and right.hard and not (left.hard or right.only or right.hedged):
        return _Flip(False, right.hard[0], WORDED)
    if left.hedged or right.hedged:
        # "not until" and the like may be said in other words, but hardly without any
        alone = left.hedged and not right.hedged and left.hard and right.affirms
        return _Flip(True, left.hard[0], ANSWERED) if alone else None
    plain = not left.soft and not right.soft
    more = len(right.soft) - len(left.soft)
    if left.hard and not right.hard and more <= 0:
        return _Flip(True, left.hard[0], PLAIN if plain else ANSWERED)
    if left.hard and right.bare and not left.bare and more <= 0:
        return _Flip(True, left.hard[0], COUNTED)
    if right.hard and not left.hard and more >= 0:
        return _Flip(False, right.hard[0], PLAIN if plain else ANSWERED)
    if left.strong and not left.hard and right.affirms:
        return _Flip(True, left.strong[0], WORDED)
    if left.times == 2 and right.times == 1 and more <= 0:
        return _Flip(True, left.hard[-1], COUNTED)
    return None


def _weigh(pair: Pair, flip: _Flip, start: int, end: int) -> tuple[float, Severity | None]:
    """Confidence and severity: two signals that agree are strong, one alone is faint, two that disagree are nearly nothing."""
    back = _back_polarity(pair)
    if back is not None:
        agrees = back.affirms if flip.lost else bool(back.hard)
        return (AGREED, None) if agrees else (CONTRADICTED, "minor")
    quality = pair.evidence.quality
    marked = quality is not None and any(
        span.confidence >= SURE and max(span.start, start) < min(span.end, end) for span in quality.spans
    )
    return (MARKED, "major") if marked and flip.strength >= ANSWERED else (flip.strength, "minor")


def _back_polarity(pair: Pair) -> Polarity | None:
    translation = pair.evidence.back
    if translation is None or translation.gloss or not translation.diagnostics.sound:
        return None
    return read_polarity(translation.text, translation.language)


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.source.text if pair.source else "", pair.target.text if pair.target else ""


def _lost(pair: Pair, flip: _Flip) -> Hit:
    source, target = _texts(pair)
    start, end = flip.place
    word = source[start:end]
    first, last = _clause(target, estimate_gap(source, start, end, target))
    confidence, severity = _weigh(pair, flip, first, last)
    return Hit(
        start=first,
        end=last,
        message=f"The source denies ({word}), the translation does not.",
        source=(start, end),
        confidence=confidence,
        severity=severity,
        evidence=(("source", word),),
        witness=_witness(pair, confidence),
    )


def _clause(text: str, offset: int) -> Span:
    """The clause around an offset: where the lost word should stand can only be guessed."""
    marks = ",.;:!?…—–、。，；：！？،؛؟।()（）"
    start = max((text.rfind(mark, 0, offset) + 1 for mark in marks), default=0)
    end = min((at for mark in marks if (at := text.find(mark, offset)) >= 0), default=len(text))
    if end - start < 12:
        start, end = 0, len(text)
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())


def _added(pair: Pair, flip: _Flip) -> Hit:
    _, target = _texts(pair)
    start, end = flip.place
    confidence, severity = _weigh(pair, flip, start, end)
    return Hit(
        start=start,
        end=end,
        message=f"The translation denies ({target[start:end]}), the source does not.",
        confidence=confidence,
        severity=severity,
        witness=_witness(pair, confidence),
    )


def _witness(pair: Pair, strength: float) -> str:
    """A flip that a second signal confirms is calibrated apart from one that only the words show, or that came back by a detour."""
    back = pair.evidence.back
    if strength < MARKED:
        return ""
    return "detour" if back is not None and ("apertium" in back.signature or " > " in back.signature) else "confirmed"

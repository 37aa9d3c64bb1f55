"""Negation: what the source denies, the translation denies (TQ603)."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check
from tqcheck.text.gaps import estimate_gap
from tqcheck.text.masks import blank
from tqcheck.text.negation import Polarity, read_polarity


@check(
    "TQ603",
    "negation-flip",
    category="accuracy/mistranslation",
    severity="critical",
    needs=("back",),
    silenced_by=("TQ203", "TQ604"),
    confidence=0.6,
)
def negation_flip(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source denies and the translation affirms, or the other way round.

    Why: the error that turns a statement into its opposite, and the one that fluent machine translation hides best.

    Bad: "He did not resign." → „Er trat zurück.“; "The bridge is open." → «Мост не открыт.»

    Good: "not only", "no longer" → „nicht mehr“, "He failed to come" → „Er kam nicht“, « ne … que », double negation

    Limits: only that a sentence denies at all is compared, not what; without a back-translation that agrees it is a faint, minor sign.
    """
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    left, right = read_polarity(source, pair.source_language), read_polarity(target, pair.target_language)
    if left is None or right is None or left.hedged or right.hedged:
        return
    back = _back_polarity(pair)
    if left.hard and not right.hard and _affirms(right, left, source):
        yield _lost(pair, left, back)
    elif right.hard and not left.hard and _affirms(left, right, source):
        yield _added(pair, right, back)


def _affirms(one: Polarity, other: Polarity, source: str) -> bool:
    """Whether no word of a side can stand for the other's negation; in a short sentence faint words may answer faint words."""
    return not one.soft or (len(source) <= 150 and len(one.soft) <= len(other.soft))


def _back_polarity(pair: Pair) -> Polarity | None:
    translation = pair.evidence.back
    if translation is None or translation.gloss or not translation.diagnostics.sound:
        return None
    return read_polarity(translation.text, translation.language)


def _strength(back: Polarity | None, *, denies: bool, words: int) -> tuple[float, Severity | None]:
    """Confidence and severity: two signals that agree are strong, one alone is faint, two that disagree are nearly nothing."""
    if back is None:
        return (0.7 if words <= 25 else 0.55), "minor"
    agrees = bool(back.hard) if denies else back.affirms
    if agrees:
        return 0.93, None
    return 0.3, "minor"


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.source.text if pair.source else "", pair.target.text if pair.target else ""


def _lost(pair: Pair, left: Polarity, back: Polarity | None) -> Hit:
    source, target = _texts(pair)
    start, end = left.hard[0]
    word = source[start:end]
    first, last = _clause(target, estimate_gap(source, start, end, target))
    confidence, severity = _strength(back, denies=False, words=len(source.split()))
    return Hit(
        start=first,
        end=last,
        message=f"The source denies ({word}), the translation does not.",
        source=(start, end),
        confidence=confidence,
        severity=severity,
        evidence=(("source", word),),
    )


def _clause(text: str, offset: int) -> tuple[int, int]:
    """The clause around an offset: where the lost word should stand can only be guessed."""
    marks = ",.;:!?…—–、。，；：！？،؛؟।()（）"
    start = max((text.rfind(mark, 0, offset) + 1 for mark in marks), default=0)
    end = min((at for mark in marks if (at := text.find(mark, offset)) >= 0), default=len(text))
    if end - start < 12:
        start, end = 0, len(text)
    return start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())


def _added(pair: Pair, right: Polarity, back: Polarity | None) -> Hit:
    source, target = _texts(pair)
    start, end = right.hard[0]
    confidence, severity = _strength(back, denies=True, words=len(source.split()))
    return Hit(
        start=start,
        end=end,
        message=f"The translation denies ({target[start:end]}), the source does not.",
        confidence=confidence,
        severity=severity,
    )

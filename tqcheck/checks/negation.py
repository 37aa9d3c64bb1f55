"""Negation: what the source denies, the translation denies (TQ603)."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.lost_negations import likely_place, possible_place
from tqcheck.checks.negated_words import read_denial
from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check
from tqcheck.text.masks import blank
from tqcheck.text.negation import Span, read_polarity
from tqcheck.text.polarity_difference import VERB_LAST, Flip, Manner, Sides, find_flip
from tqcheck.text.word_patterns import table_language

STRENGTHS: dict[Manner, float] = {"plain": 0.82, "counted": 0.75, "answered": 0.7, "turned": 0.6, "worded": 0.6}
"""Raw strength of one signal, by how clear the difference is."""
AGREED, MARKED, CONTRADICTED = 0.97, 0.96, 0.3
"""Two signals: the back-translation says the same; the quality model takes offence; the back-translation says otherwise."""
LINKED, UNLINKED, RENDERED = 0.9, 0.6, 0.35
"""The denied word has a counterpart on the other side, which does not deny it; it has none; the negation itself has one."""
VANISHED = 0.95
"""A plain negation of the source, and nothing that denies in the translation: of professional translations one in 22,000 words has one."""
QUOTED = 6
"""Characters behind a negation that tell a quotation from chance."""
SURE = 0.5
"""Probability from which a place that the quality model marks, or a critical error that it sees, is a second signal."""


@check(
    "TQ603",
    "negation-flip",
    category="accuracy/mistranslation",
    severity="critical",
    needs=("back", "quality", "links"),
    silenced_by=("TQ203", "TQ604"),
    confidence=0.6,
)
def negation_flip(pair: Pair, context: Context) -> Iterator[Hit]:
    """The source denies and the translation affirms, or the other way round.

    Why: the error that turns a statement into its opposite, and the one that fluent machine translation hides best.

    Bad: "He did not resign." → „Er trat zurück.“; "The bridge is open." → «Мост не открыт.»

    Good: "not only", "no longer" → „nicht mehr“, "He failed to come" → „Er kam nicht“, « ne … que », double negation

    How: plain negations, verbs that hold one (Turkish, Czech, Persian), words that deny inside (without, unable, un-) and phrases that
    deny nothing are counted on both sides, by table, in 35 languages; words that may say the same (few, against, only) excuse what is
    near them, unless the other side has a word of their concept too. Where a negation is lost, the clauses in which it may have stood are
    marked. A second signal makes a finding severe: a back-translation that agrees, a place or a critical error that the quality model
    sees, a denied word whose counterpart stands undenied on the other side (word links); so does a negation that vanished from a
    sentence in which nothing else denies. A denied word without a counterpart speaks for another wording.

    Limits: what a sentence denies is not compared, only how often; other signals alone are faint, minor signs.
    """
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    left, right = read_polarity(source, pair.source_language), read_polarity(target, pair.target_language)
    if left is None or right is None:
        return
    ordered = (table_language(pair.source_language) in VERB_LAST) == (table_language(pair.target_language) in VERB_LAST)
    flip = find_flip(Sides(left, right, (len(source), len(target)), ordered))
    if flip is not None and not (flip.lost and _is_quoted(source, flip.place, target)):
        yield _lost(pair, flip) if flip.lost else _added(pair, flip)


def _is_quoted(source: str, place: Span, target: str) -> bool:
    """Whether the negation and what follows stand in the translation as they are: a slogan, "no-deal"."""
    return source[place[0] : place[1] + QUOTED].casefold() in target.casefold()


def _weigh(pair: Pair, flip: Flip, start: int, end: int) -> tuple[float, Severity | None, str]:
    """Raw strength, severity and witness: two signals that agree are strong, one alone mostly faint, two that disagree nearly nothing."""
    agrees = _comes_back(pair, flip)
    if agrees is False:
        return CONTRADICTED, "minor", ""
    if agrees and not _is_detour(pair):
        return AGREED, None, "confirmed"
    if flip.manner in ("plain", "answered") and _is_marked(pair, start, end):
        return MARKED, "major", "marked"
    denial = read_denial(pair, flip.place, lost=flip.lost)
    if denial == "rendered":
        return RENDERED, "minor", ""
    if denial == "unlinked":
        return min(UNLINKED, STRENGTHS[flip.manner]), "minor", ""
    if flip.manner == "plain" and (flip.lost or denial == "linked"):
        return (VANISHED, None, "vanished") if flip.lost else (LINKED, "major", "linked")
    return STRENGTHS[flip.manner], "minor", ""


def _comes_back(pair: Pair, flip: Flip) -> bool | None:
    """Whether the back-translation differs from the source as the translation does; None without one."""
    back = pair.evidence.back
    if back is None or back.gloss or not back.diagnostics.sound or pair.source is None:
        return None
    left, right = read_polarity(pair.source.text, pair.source_language), read_polarity(back.text, back.language)
    if left is None or right is None:
        return None
    again = find_flip(Sides(left, right, (len(pair.source.text), len(back.text))))
    return again is not None and again.lost == flip.lost


def _is_detour(pair: Pair) -> bool:
    """Whether the back-translation came by rules or through another language: it may contradict and confirms nothing."""
    signature = pair.evidence.back.signature if pair.evidence.back else ""
    return "apertium" in signature or " > " in signature


def _is_marked(pair: Pair, start: int, end: int) -> bool:
    quality = pair.evidence.quality
    return quality is not None and (
        quality.critical >= SURE
        or any(span.confidence >= SURE and max(span.start, start) < min(span.end, end) for span in quality.spans)
    )


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.source.text if pair.source else "", pair.target.text if pair.target else ""


def _lost(pair: Pair, flip: Flip) -> Hit:
    source, _ = _texts(pair)
    start, end = flip.place
    word = source[start:end]
    confidence, severity, witness = _weigh(pair, flip, *likely_place(pair, flip.place))
    first, last = possible_place(pair, flip.place)
    return Hit(
        start=first,
        end=last,
        message=f"The source denies ({word}), the translation does not.",
        source=(start, end),
        confidence=confidence,
        severity=severity,
        evidence=(("source", word),),
        witness=witness,
    )


def _added(pair: Pair, flip: Flip) -> Hit:
    _, target = _texts(pair)
    start, end = flip.place
    confidence, severity, witness = _weigh(pair, flip, start, end)
    return Hit(
        start=start,
        end=end,
        message=f"The translation denies ({target[start:end]}), the source does not.",
        confidence=confidence,
        severity=severity,
        witness=witness,
    )

"""Negation: what the source denies, the translation denies (TQ603)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.checks import negation_tables
from tqcheck.checks.lost_negations import possible_place
from tqcheck.checks.negated_words import read_denial
from tqcheck.checks.negation_strength import features, strength
from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check
from tqcheck.text.denied_company import find_company
from tqcheck.text.denied_words import find_affirmed, find_denied
from tqcheck.text.masks import blank
from tqcheck.text.negation import Span, read_polarity
from tqcheck.text.polarity_difference import are_cancelled, find_flip
from tqcheck.text.polarity_sides import VERB_LAST, Flip, Sides
from tqcheck.text.rendered_words import Side, without_rendered
from tqcheck.text.word_patterns import table_language

AGREED, CONTRADICTED = 0.97, 0.2
"""The back-translation says the same; it says otherwise."""
QUOTED = 6
"""Characters behind a negation that tell a quotation from chance."""


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
    near them, unless the other side has a word of their concept too, or the dictionary finds their rendering there; it also finds a word
    that one side alone denies. Where a negation is lost, the clauses in which it may have stood are
    marked. How sure a finding is, a fitted model says: a denied word whose counterpart stands undenied on the other side, words all of
    which have counterparts (word links) and a critical error that the quality model sees speak for an error; free renderings, words that
    may say the same, denials that lay in a word, and a translation that denies more than its source speak against one. A
    back-translation that agrees makes it severe, one that does not unmakes it.

    Limits: what a sentence denies is not compared, only how often; without a model only how clear the difference is, how much else
    denies and what the dictionary finds rendered tell how sure it is.
    """
    flip = find_difference(pair)
    if flip is not None:
        yield _lost(pair, flip) if flip.lost else _added(pair, flip)


def find_difference(pair: Pair) -> Flip | None:
    """The clearest difference in negations that the tables see; None for one that is quoted, and for languages without a table."""
    if pair.source is None or pair.target is None:
        return None
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    left, right = read_polarity(source, pair.source_language), read_polarity(target, pair.target_language)
    if left is None or right is None or are_cancelled(left, right):
        return None
    ordered = (table_language(pair.source_language) in VERB_LAST) == (table_language(pair.target_language) in VERB_LAST)
    flip = find_flip(Sides(left, right, (len(source), len(target)), ordered)) or _look_up(
        (left, source, pair.source_language), (right, target, pair.target_language), ordered=ordered
    )
    if flip and flip.lost and flip.manner == "counted":
        place = find_affirmed((left, source, pair.source_language), (right, target, pair.target_language))
        flip = replace(flip, place=place) if place else flip
    return None if flip is None or (flip.lost and _is_quoted(source, flip.place, target)) else flip


def _look_up(ours: Side, theirs: Side, *, ordered: bool) -> Flip | None:
    """What differs when words that the dictionary finds on the other side excuse nothing, and what one side alone denies."""
    left, right = without_rendered(ours, theirs)
    flip = find_flip(Sides(left, right, (len(ours[1]), len(theirs[1])), ordered))
    if flip is None:
        here, there = (left, *ours[1:]), (right, *theirs[1:])
        return find_denied(here, there) or find_company(here, there)
    return replace(flip, manner="answered") if flip.manner == "plain" else flip


def _is_quoted(source: str, place: Span, target: str) -> bool:
    """Whether the negation and what follows stand in the translation as they are: a slogan, "no-deal"."""
    return source[place[0] : place[1] + QUOTED].casefold() in target.casefold()


def _weigh(pair: Pair, flip: Flip) -> tuple[float, Severity | None, str]:
    """Raw strength, severity and witness: that of the back-translation, else of what the model sees, else of the tables alone."""
    agrees = _comes_back(pair, flip)
    if agrees is False:
        return CONTRADICTED, "minor", "contradicted"
    if agrees and not _is_detour(pair):
        return AGREED, None, "confirmed"
    found = features(pair, flip, read_denial(pair, flip.place, lost=flip.lost))
    if found:
        return strength(found), None, "lost" if flip.lost else "added"
    severity: Severity | None = None if flip.manner == "plain" and flip.lost else "minor"
    return negation_tables.strength(negation_tables.features(pair, flip)), severity, "tables"


def _comes_back(pair: Pair, flip: Flip) -> bool | None:
    """Whether the back-translation differs from the source as the translation does; None without one."""
    back = pair.evidence.back
    if back is None or back.gloss or not back.diagnostics.sound or pair.source is None:
        return None
    left, right = read_polarity(pair.source.text, pair.source_language), read_polarity(back.text, back.language)
    if left is None or right is None:
        return None
    again = find_flip(Sides(left, right, (len(pair.source.text), len(back.text))))
    if again is None and flip.lost:
        return not (right.hard or right.soft or right.faint or right.hedges)  # it has nothing at all that could deny
    return again is not None and again.lost == flip.lost


def _is_detour(pair: Pair) -> bool:
    """Whether the back-translation came by rules or through another language: it may contradict and confirms nothing."""
    signature = pair.evidence.back.signature if pair.evidence.back else ""
    return "apertium" in signature or " > " in signature


def _texts(pair: Pair) -> tuple[str, str]:
    return pair.source.text if pair.source else "", pair.target.text if pair.target else ""


def _lost(pair: Pair, flip: Flip) -> Hit:
    source, _ = _texts(pair)
    start, end = flip.place
    word = source[start:end]
    confidence, severity, witness = _weigh(pair, flip)
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
    confidence, severity, witness = _weigh(pair, flip)
    return Hit(
        start=start,
        end=end,
        message=f"The translation denies ({target[start:end]}), the source does not.",
        confidence=confidence,
        severity=severity,
        witness=witness,
    )

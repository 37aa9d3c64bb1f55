"""TQ201 and TQ202: what the source says and the translation does not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.align.unmatched import Unmatched, added_participants, clause_around
from tqcheck.checks.carried_back import lost_stretches
from tqcheck.checks.probe_hits import added_words, lost_words
from tqcheck.checks.stretched import shortened_words, stretched_words
from tqcheck.checks.unrendered import added_phrases, lost_phrases
from tqcheck.model import PROSE, Hit, Kind, Pair, Segment, Severity
from tqcheck.registry import Context, check
from tqcheck.text.segment import count_words

_KINDS = PROSE - {Kind.HEADING, Kind.TABLE}
_SHORT = 4
"""Words up to which a lost sentence is minor: an interjection, a reply, a lead-in."""


@check(
    "TQ201",
    "omission",
    category="accuracy/omission",
    severity="major",
    kinds=_KINDS,
    needs=("links", "back", "likelihood"),
    silenced_by=("TQ203", "TQ204", "TQ604"),
)
def omission(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation lacks something that the source says: a paragraph, a sentence, a phrase.

    Why: a reader cannot miss what was never there; a sentence that dropped out of a translation is seldom noticed by proofreading.

    Bad: "Nobody was hurt. The road is closed." translated as „Straße gesperrt.“

    Good: two sentences made one; a subject that the language leaves out; "made a decision" → „entschied“, "the city of Lyon" → „Lyon“.

    How: sentences without a counterpart are gaps of the alignment. Within a sentence words or whole chunks of the source are lost when the
    translation is no less likely without them, and surer when the phrase that a model would put back makes both sides likelier. Without a
    translator the embedded model's words are laid out between the two sides, each once: a phrase that finds no room, in a sentence that is
    shorter than the article makes one expect, is lost, and so is what an "and" joins that the translation has not.

    Limits: phrases need the embedded model or a translator; an omission of a few words may be a condensation on purpose. Two or three
    words are seldom seen without a translator.
    """
    if pair.source is not None and pair.target is None:
        yield from _lost_sentence(pair, pair.source, context)
    found = [*lost_words(pair, context), *lost_stretches(pair, context)]
    found += [hit for hit in lost_phrases(pair, context) if not _loses(hit, found)]
    yield from found
    yield from (hit for hit in shortened_words(pair, context) if not found)


def _lost_sentence(pair: Pair, source: Segment, context: Context) -> Iterator[Hit]:
    words = count_words(source.text, context.source_language)
    if not any(character.isalpha() for character in source.text):
        return
    yield Hit(
        start=0,
        end=0,
        source=(0, len(source.text)),
        message=f"The translation lacks {_what(source, words)} of the source.",
        severity=_severity(words),
        confidence=pair.confidence,
        evidence=(("source", source.text),),
        witness="gap",
    )


@check(
    "TQ202",
    "addition",
    category="accuracy/addition",
    severity="major",
    kinds=_KINDS,
    needs=("links", "back", "likelihood"),
    silenced_by=("TQ203", "TQ204", "TQ604", "TQ501"),
)
def addition(pair: Pair, context: Context) -> Iterator[Hit]:
    """The translation says something that the source does not: a paragraph, a sentence, a participant, a detail.

    Why: what a translator (or a machine) adds is put into the author's mouth.

    Bad: „neprihvatljivi“ translated as "unacceptable to him".

    Good: articles, auxiliaries, pronouns and prepositions that the grammar of the target language asks for.

    How: sentences without a counterpart are gaps of the alignment; words are added when the translation is as likely without them, and,
    without a translator, when they find no room among the words of the source and the sentence is longer than the article makes one expect.

    Limits: phrases need the embedded model or a translator, and most phrases of two or three words escape the model; an explanation for
    foreign readers may be meant.
    """
    if pair.source is None and pair.target is not None and _has_source(context):
        yield from _added_sentence(pair, pair.target, context)
    probed = list(added_words(pair, context))
    yield from probed
    participants = [_added_participant(pair, phrase) for phrase in added_participants(pair)]
    yield from (hit for hit in participants if not _meets(hit, probed))
    found = [*probed, *participants]
    runs = [hit for hit in added_phrases(pair, context) if not _meets(hit, found)]
    yield from runs
    yield from (hit for hit in stretched_words(pair, context) if not _meets(hit, [*found, *runs]))


def _meets(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(hit.start < other.end and hit.end > other.start for other in others)


def _loses(hit: Hit, others: Sequence[Hit]) -> bool:
    """Whether another hit names some of the same words of the source."""
    return any(
        hit.source and other.source and hit.source[0] < other.source[1] and hit.source[1] > other.source[0]
        for other in others
    )


def _added_participant(pair: Pair, phrase: Unmatched) -> Hit:
    source, target = (pair.source.text if pair.source else ""), (pair.target.text if pair.target else "")
    clause = clause_around(source, phrase.other[0] if phrase.other else 0)
    return Hit(
        start=phrase.start,
        end=phrase.end,
        source=clause,
        message=f"The source does not say “{target[phrase.start : phrase.end]}” here.",
        confidence=phrase.confidence,
        evidence=(("source", source[clause[0] : clause[1]]),),
        witness="participant",
    )


def _has_source(context: Context) -> bool:
    """Whether the article has a source that belongs to it: without one, every sentence would be an addition."""
    return context.article is not None and any(pair.source is not None for pair in context.article.pairs)


def _added_sentence(pair: Pair, target: Segment, context: Context) -> Iterator[Hit]:
    words = count_words(target.text, context.target_language)
    if not any(character.isalpha() for character in target.text):
        return
    yield Hit(
        start=0,
        end=len(target.text),
        message=f"The source has nothing that corresponds to this {'passage' if words > 40 else 'sentence'}.",
        severity=_severity(words),
        confidence=pair.confidence,
        witness="gap",
    )


def _what(source: Segment, words: int) -> str:
    if source.kind is Kind.LIST:
        return "a list item"
    return "a sentence" if words <= 40 else "a passage"


def _severity(words: int) -> Severity:
    return "minor" if words <= _SHORT else "major"

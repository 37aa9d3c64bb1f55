"""What the embedded quality model sees: mistranslated words (TQ601, beside what tables prove), words that are wrong by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from tqcheck.checks.article_genders import article_gender
from tqcheck.checks.dictionary_opposites import find_dictionary_opposites
from tqcheck.checks.exchanged_parties import exchanged_party
from tqcheck.checks.opposites import find_opposites
from tqcheck.checks.slips import find_slips, find_stated
from tqcheck.checks.swapped_roles import swapped_roles
from tqcheck.checks.wrong_participant import wrong_participant
from tqcheck.checks.wrong_senses import wrong_sense
from tqcheck.model import Hit, Pair, Quality, QualitySpan
from tqcheck.registry import Context, check

SHOWN = 0.65
"""Spans that the model believes less than this are not worth a reader's time: in good texts most of them are wrong."""
LIKELY = 0.25
"""Spans that count where a sentence is wrong for the most part."""
WORTHLESS = 0.0
"""The score of what the guards condemn (copied, empty, repeated, foreign): other checks report those."""


@check(
    "TQ601",
    "mistranslation",
    category="accuracy/mistranslation",
    severity="major",
    needs=("quality", "links"),
    silenced_by=("TQ101", "TQ102", "TQ103", "TQ104", "TQ202", "TQ203", "TQ404", "TQ501", "TQ602", "TQ603", "TQ604"),
    confidence=0.5,
)
def mistranslation(pair: Pair, context: Context) -> Iterator[Hit]:
    """Words of the translation that do not say what the source says: by table, or as the embedded model believes.

    Why: a wrong sense, a swapped participant or a misread idiom reads fluently; only beside the source does it show.

    Bad: "the bank of the river" rendered as a bank that lends money; „eventuell“ → "eventually"; "bit the bullet" → „biss in die
    Kugel“; «Она сказала» → "He said"; "may be questioned" → « doivent être entendus »;
    "would have paid" → „zahlte“; "imports" → „exportiert“; "niece" → «córka».

    Good: a free but faithful rendering.

    How: tables give the false friends of 38 pairs of languages, the idioms of 24 languages with their images, what tells a man from a
    woman in 26, modals that contradict each other (must and may) in 31, and in 31 the words for the values of 121 axes (before | after,
    niece | daughter, oldest | youngest, north | south, ...): one value of the source that is nowhere in the translation, and another of its
    axis instead, is an error. The opposite of a word that nothing renders is another, by the bilingual dictionary.
    From 27 languages into English and from English into 17, some 800 words of several meanings (race, court,
    «лук», „Flügel“) are read by what the sentence and the document speak of, and by how the document renders them elsewhere.
    Who does what to whom is compared where English tells by its order (subject and object, "by" whom, from whom and to whom, older than
    whom, not whom) and the other of 25 languages by prepositions, articles, case endings, particles or its own order; what nothing marks is
    left alone. The two are names, nouns that tables hold, or words that the model links whatever the sentence. Two pronouns, or a noun and
    a pronoun of one person beside a verb, need no verb that is known; a noun alone needs one that the bilingual dictionary has.
    Two values that change places between two halves of a sentence ("the first at ten, the second at noon") are told by four words that
    both sides have, in any languages. What is meant is told from what is denied ("by time, not by volume"), and what is more from what is
    less, by one of the two.
    A person whom the document names elsewhere is wrong where the sentence of the source names another one and not him; so is a person
    or body named by what it is ("mayor" → «директор») that the source cannot mean, where another one of the source is missing.
    An English "he" is read by who the article says was named last, and by the source's own pronouns, verbs and relatives; I for he and
    we for they in eight languages that name their subjects; one ministry for another in 25.
    What would have been, nearly was, may be, is alleged, tried, promised or over in the source and is a fact in the translation is
    found in 25 languages.
    What is to come in the source and past in the translation, or the reverse, is found in 25, by forms on both sides, verb by verb.
    Each is a witness of its own, with its own confidence. The rest comes from the model, which reads any pair.

    Limits: the model is small. It sees words that nobody said, words left in the source language and garbled machine output, and hardly
    ever a swapped participant or a wrong sense in a fluent sentence; where half of a sentence looks wrong it is silent. The tables know
    what they hold: of wrong senses and exchanged roles in articles that they were not written beside, they find few. The model's
    confidence is the share of such spans that were right in rated machine translations and in articles and sentences with planted errors.
    Gender is compared only where one side speaks of one gender alone, or where the sentences around an English pronoun do and name nobody
    unknown; "it" and nouns with a gender of their own silence it. Modals are compared only where neither side denies.
    """
    yield from _told_by_tables(pair, context)
    quality = pair.evidence.quality
    if quality is None or pair.source is None or pair.target is None or _condemned(quality):
        return
    for span in shown(quality, pair.target.text):
        text = pair.target.text[span.start : span.end]
        yield _hit(pair, span, f"“{text}” may not say what the source says.")


def _told_by_tables(pair: Pair, context: Context) -> list[Hit]:
    """What the rule witnesses find, the surest kinds first; of two at one place the first stands."""
    told = list(find_slips(pair, context.article))
    more = (
        swapped_roles(pair, context),
        find_opposites(pair),
        article_gender(pair, context),
        wrong_sense(pair, context),
        wrong_participant(pair, context),
        exchanged_party(pair),
        find_dictionary_opposites(pair),
    )
    for hit in chain.from_iterable(more):
        if not any(hit.start < other.end and other.start < hit.end for other in told):
            told.append(hit)
    return [*told, *find_stated(pair, told)]


def doubted_words(pair: Pair) -> Iterator[Hit]:
    """Of a translation without a source: words that the embedded model finds wrong in the text by itself."""
    quality = pair.evidence.quality
    if quality is None or pair.source is not None or pair.target is None or _condemned(quality):
        return
    for span in _believed(quality):
        message = f"“{pair.target.text[span.start : span.end]}” reads as if something were wrong here."
        yield replace(_hit(pair, span, message), segment=pair.target)


def shown(quality: Quality, text: str) -> list[QualitySpan]:
    """The spans of a translation that are worth a reader's time: likelier right than wrong, in a sentence that is right elsewhere."""
    return [] if covers_most(text, quality.spans, LIKELY) else _believed(quality)


def _believed(quality: Quality) -> list[QualitySpan]:
    return [span for span in quality.spans if span.end > span.start and span.confidence >= SHOWN]


def covers_most(text: str, spans: Sequence[QualitySpan], least: float) -> bool:
    """Whether spans of this confidence cover over half of the text: then it is detached or free as a whole, and no span tells why."""
    return sum(span.end - span.start for span in spans if span.confidence >= least) > len(text) / 2


def _hit(pair: Pair, span: QualitySpan, message: str) -> Hit:
    return Hit(start=span.start, end=span.end, message=message, severity=span.severity, confidence=span.confidence)


def _condemned(quality: Quality) -> bool:
    return quality.score <= WORTHLESS and quality.penalty >= 25

"""What a round trip through a pivot says where there is no source: weak evidence, which makes a finding surer and never makes one.

Words that the pivot text does not carry are those that do not come back *and* whose deletion leaves the pivot text as likely or makes it
likelier (contrastive conditioning); where nothing scores, those in whose place nothing comes back. A finding of a check that reads the
text alone and that stands on such words has a second, weak witness.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tqcheck.engines.probing.direction import Direction
from tqcheck.model import Article, Finding, Pair, Span, Translation
from tqcheck.text.function_words import closed_classes
from tqcheck.text.light_words import is_light
from tqcheck.text.scripts import is_unspaced
from tqcheck.text.segment import words
from tqcheck.text.stems import stem

WITNESS = 0.1
"""Confidence of a round trip as a witness: it takes a tenth off the doubt of a finding (.60 becomes .64, .95 becomes .955)."""

_RETURNED = 0.6
"""Share of the words of weight that must come back: of a sentence that an engine has mangled nothing is told."""

_CERTAIN = 0.99
"""A confidence that no witness raises further."""


def find_uncarried(
    pairs: Sequence[Pair], trips: Sequence[tuple[Translation, Translation]], scorer: Direction | None
) -> list[tuple[Span, ...]]:
    """The words of weight of each text that its pivot text does not carry, in order.

    Args:
        pairs: with the text as their target.
        trips: (pivot text, round trip) of each; a gloss, or what its engine admits to have damaged, says nothing.
        scorer: scores the pivot text, read off the text; None = nothing scores it.
    """
    runs = [list(_missing(pair, *trip)) for pair, trip in zip(pairs, trips, strict=True)]
    texts = [pair.target.text if pair.target else "" for pair in pairs]
    if scorer is None:
        lost = [[run for run, alone in found if alone] for found in runs]
    else:
        asked = [
            (text, trip[0].text, _without(text, run))
            for text, trip, found in zip(texts, trips, runs, strict=True)
            for run, _ in found
        ]
        gains = iter(scorer.support(asked))
        lost = [[run for run, _ in found if (next(gains) or -1.0) >= 0] for found in runs]
    return [
        tuple(word for word in _weighty(text, pair.target_language) if any(word.overlaps(run) for run in found))
        for text, pair, found in zip(texts, pairs, lost, strict=True)
    ]


def _missing(pair: Pair, pivoted: Translation, returned: Translation) -> Iterator[tuple[Span, bool]]:
    """Runs of words that do not come back, with at least one of weight among them, and whether nothing stands in their place."""
    if pair.target is None or any(leg.gloss or not leg.diagnostics.sound for leg in (pivoted, returned)):
        return
    text, language = pair.target.text, pair.target_language
    if is_unspaced(text):  # single characters come and go with every wording
        return
    ours, weighty = words(text), _weighty(text, language)
    keys, theirs = _keys(text, ours, language), _keys(returned.text, words(returned.text), language)
    gone = Counter(keys) - Counter(theirs)
    missing = {span for span, key in zip(ours, keys, strict=True) if key in gone}
    came_back = Counter(_keys(text, weighty, language)) & Counter(theirs)
    if came_back.total() < _RETURNED * len(weighty):
        return
    for kind, low, high, _, _ in SequenceMatcher(None, keys, theirs, autojunk=False).get_opcodes():
        if kind in ("delete", "replace") and any(span in missing and span in weighty for span in ours[low:high]):
            shift = _slide(keys, low, high) if kind == "delete" else 0
            yield Span(ours[low + shift].start, ours[high + shift - 1].end), kind == "delete"


def _slide(keys: Sequence[str], low: int, high: int) -> int:
    """By how many words a run can be moved on without a difference: of "asked asked" the second one is too many."""
    shift = 0
    while high + shift < len(keys) and keys[low + shift] == keys[high + shift]:
        shift += 1
    return shift


def _weighty(text: str, language: str) -> list[Span]:
    """Participants, negations and content words; figures are none, since engines write them in the form of their language."""
    classes = closed_classes(language)
    grammar = classes.function - classes.participants - classes.negation
    spoken = ((span, text[span.start : span.end].casefold()) for span in words(text))
    return [span for span, word in spoken if _is_plain(word) and word not in grammar and not is_light(word, language)]


def _is_plain(word: str) -> bool:
    return word[0].isalpha() and not any(char.isdigit() for char in word)


def _keys(text: str, spans: Sequence[Span], language: str) -> list[str]:
    return [stem(text[span.start : span.end].casefold(), language) for span in spans]


def _without(text: str, run: Span) -> str:
    """The text without a run of words and the space behind it."""
    return text[: run.start] + text[run.end :].removeprefix(" ")


def raise_findings(findings: Sequence[Finding], article: Article) -> list[Finding]:
    """The same findings; those whose words of weight the pivot text carries none of are a little surer, nothing else changes."""
    return [
        replace(finding, confidence=_raised(finding.confidence)) if _stands_on_uncarried(finding, article) else finding
        for finding in findings
    ]


def _stands_on_uncarried(finding: Finding, article: Article) -> bool:
    if not 0 <= finding.segment < len(article.pairs):
        return False
    pair = article.pairs[finding.segment]
    if not pair.evidence.uncarried or pair.source is not None or pair.target is None:
        return False
    text = pair.target.text
    flagged = [
        word
        for word in _weighty(text, pair.target_language)
        if pair.target.locate(word.start, word.end).overlaps(finding.span)
    ]
    lost = {text[word.start : word.end].casefold() for word in flagged if word in pair.evidence.uncarried}
    # of a word that stands twice one is lost
    return bool(flagged) and all(text[word.start : word.end].casefold() in lost for word in flagged)


def _raised(confidence: float) -> float:
    return round(min(max(confidence, _CERTAIN), 1 - (1 - confidence) * (1 - WITNESS)), 3)

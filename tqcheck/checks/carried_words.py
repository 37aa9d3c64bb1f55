"""Whether what the source says at a place comes back from the translation: every engine that carries it back is asked by itself."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.checks.negation_probes import carried_back
from tqcheck.checks.probe_places import linked_source
from tqcheck.model import Pair, Probe, Span
from tqcheck.text.function_words import closed_classes
from tqcheck.text.segment import words
from tqcheck.text.stems import stem

_GRAMMAR = ("gender", "modality")
"""Kinds that are about function words: only for them do those count."""


def count_exchanged(pair: Pair, probe: Probe) -> int:
    """How many engines carry back the participants of an exchange in the opposite order: what the source names first comes last.

    Compared are the content words of the source behind the edit that come back, each standing once on both sides; 0 where those are fewer
    than two.
    """
    place = linked_source(pair, probe.start, probe.end)
    if place is None or pair.source is None:
        return 0
    language = pair.source_language
    named = _content(pair.source.text[slice(*place)], language)
    found = list[bool]()
    for back, _ in carried_back(pair):
        returned = _content(back, language)
        kept = [word for word in named if named.count(word) == 1 == returned.count(word)]
        found.append(len(kept) > 1 and returned.index(kept[0]) > returned.index(kept[-1]))
    return sum(found)


def _content(text: str, language: str) -> list[str]:
    """Stems of the content words in order."""
    function = closed_classes(language).function
    found = (text[span.start : span.end].casefold() for span in words(text))
    return [stem(word, language) for word in found if word not in function]


def count_lacking(pair: Pair, probe: Probe, lost: bool) -> int:
    """How many engines, two at most, carry back a text without the source's words at the place of an edit.

    Args:
        pair: with its back-translations.
        probe: of the source where `lost`, of the translation else.
        lost: whether the probe is of the source.

    Words are compared by stem; 0 where nothing of the source is linked to the place.
    """
    place = (probe.start, probe.end) if lost else linked_source(pair, probe.start, probe.end)
    if place is None or pair.source is None:
        return 0
    text, language = pair.source.text, pair.source_language
    function = frozenset() if probe.kind in _GRAMMAR else closed_classes(language).function
    spans = [span for span in words(text) if span.start < place[1] and span.end > place[0]]
    asked = _stems(text, spans, language) - {stem(word, language) for word in function}
    return sum(_lacks(asked, back, language) for back, _ in carried_back(pair)) if asked else 0


def _lacks(asked: frozenset[str], back: str, language: str) -> bool:
    """Whether most of the words are nowhere in the text that came back."""
    return 2 * len(asked - _stems(back, words(back), language)) > len(asked)


def _stems(text: str, spans: Iterable[Span], language: str) -> frozenset[str]:
    return frozenset(stem(text[span.start : span.end].casefold(), language) for span in spans)

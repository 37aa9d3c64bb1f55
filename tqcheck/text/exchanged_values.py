"""Two values that change places between two halves of a sentence: "the first goes to the hospital, the second to the cemetery", reversed.

Nothing is read of what the words mean: four words that both sides have, two on each side of a break in the source, and in the translation
each of the first two beside another one of the last two, with a break between them as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.model import Link
from tqcheck.text.english_side import english_side
from tqcheck.text.figure import Figure
from tqcheck.text.figures import find_figures
from tqcheck.text.function_words import closed_classes
from tqcheck.text.overlaps import joined, meets
from tqcheck.text.shared_parties import find_parties
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]
_FIRM = 0.4
"""Strength of a link between two words of which neither has another place."""
_WORDS = 4
"""Words that both sides need: two that stay and two that change places."""
_MOST = 4
"""Words of one half that stay, or leave, at most."""
_WIDE = 130
"""Characters from the first of the words to the last, at most."""
_END = regex.compile(r"[.。!?！？।]")
"""What ends a sentence: no halves of one sentence stand around it."""


@dataclass(frozen=True, slots=True)
class _Shared:
    """A word or figure that both sides have once."""

    source: Span
    target: Span


def find_exchanged_values(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link] = ()
) -> tuple[Span, Span] | None:
    """(place in the translation, place in the source) of the two values; `links` = words that render each other."""
    ours, theirs = list(_halves_of(source, source_language)), list(_halves_of(target, target_language))
    if not ours or not theirs:
        return None
    shared = _shared_words(source, target, source_language, target_language, links)
    if len(shared) < _WORDS:
        return None
    for one, two in ours:
        mine = [[word for word in shared if _is_within(word.source, half)] for half in (one, two)]
        if not (mine[0] and mine[1]):
            continue
        for first, second in theirs:
            moved = _moved(mine[0], mine[1], first, second)
            if moved:
                return joined(moved[0].target, moved[-1].target), joined(moved[0].source, moved[-1].source)
    return None


def _moved(one: Sequence[_Shared], two: Sequence[_Shared], first: Span, second: Span) -> list[_Shared]:
    """The words of each half of the source that stand in the translation's other half, where some of each half stay; else none."""
    parts = [
        [word for word in words if _is_within(word.target, half)] for words in (one, two) for half in (first, second)
    ]
    if not all(parts) or any(len(part) > _MOST for part in parts):
        return []
    stay, leave, come, keep = parts
    if _is_wide([*stay, *leave, *come, *keep]) or not (
        _are_alike([word.source for word in words] for words in (stay, leave, keep, come))
        and _are_alike([word.target for word in words] for words in (stay, come, keep, leave))
    ):
        return []
    return sorted([*leave, *come], key=lambda word: word.target)


def _is_wide(words: Sequence[_Shared]) -> bool:
    """Whether the words spread over more than two short halves."""
    return any(
        max(place[1] for place in places) - min(place[0] for place in places) > _WIDE
        for places in ([word.source for word in words], [word.target for word in words])
    )


def _are_alike(places: Iterable[Sequence[Span]]) -> bool:
    """Whether the first before the second of four, and the third before the fourth, or both behind."""
    one, two, three, four = (min(each) for each in places)
    return (one < two) == (three < four)


def _is_within(place: Span, half: Span) -> bool:
    return half[0] <= place[0] and place[1] <= half[1]


def _halves_of(text: str, language: str) -> Iterator[tuple[Span, Span]]:
    """The neighbouring stretches of a text between its breaks, both of one sentence."""
    folded, code = fold(text, language), table_language(language)
    edges = [(0, 0), *(match.span() for match in _break(code).finditer(folded)), (len(text), len(text))]
    for before, here, after in zip(edges, edges[1:], edges[2:], strict=False):
        if not _END.search(folded[slice(*here)]) and not _is_bare(folded, here, code):
            yield (before[1], here[0]), (here[1], after[0])


def _is_bare(text: str, place: Span, code: str) -> bool:
    """Whether a word such as "and" has no article or other small word behind it, and may join two words: "data and voice needs"."""
    if not text[slice(*place)].strip().isalpha():
        return False
    behind = regex.match(r"\s?([\p{L}\p{M}\d]+)", text[place[1] :])
    small = closed_classes(code)
    return behind is not None and behind[1] not in small.function | small.participants


@cache
def _break(code: str) -> regex.Pattern[str]:
    """What stands between two halves: a mark or a word."""
    words = "|".join(str(table("half_breaks").get(code, "")).split()).replace("_", r"\s")
    mark = r"[,;:،؛、，；。!?！？।](?!\d)|(?<!\d)\.(?=\s)"
    if not words:
        return regex.compile(mark)
    edges = ("", "") if code in UNSPACED else (r"(?<!\p{L})", r"(?![\p{L}\p{M}])")
    return regex.compile(rf"(?:{mark})?\s?{edges[0]}(?:{words}){edges[1]}|{mark}")


def _shared_words(
    source: str, target: str, source_language: str, target_language: str, links: Sequence[Link]
) -> list[_Shared]:
    """Words and figures that both sides have once: by dictionary and tables where one side is English, by links, by value."""
    found = [
        _Shared((one.start, one.end), (two.start, two.end))
        for one, two in _figures(source, target, source_language, target_language)
    ]
    small = closed_classes(source_language).function | closed_classes(target_language).function
    for one, two in (*_known(source, target, source_language, target_language), *_linked(links)):
        words = source[slice(*one)].lower(), target[slice(*two)].lower()
        if small.isdisjoint(words) and not (
            meets(one, [word.source for word in found]) or meets(two, [word.target for word in found])
        ):
            found.append(_Shared(one, two))
    return found


def _known(source: str, target: str, source_language: str, target_language: str) -> list[tuple[Span, Span]]:
    """Words of the dictionary and of the tables of persons."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None:
        return []
    both = [party.mention for party in find_parties(pair.english, pair.other, pair.language)]
    return [(item.english, item.other) if pair.is_source else (item.other, item.english) for item in both]


def _linked(links: Sequence[Link]) -> list[tuple[Span, Span]]:
    """Words of a firm link, the firmest first."""
    firm = sorted((link for link in links if link.strength >= _FIRM), key=lambda link: -link.strength)
    return [((link.source.start, link.source.end), (link.target.start, link.target.end)) for link in firm]


def _figures(source: str, target: str, source_language: str, target_language: str) -> Iterator[tuple[Figure, Figure]]:
    here, there = find_figures(source, source_language), find_figures(target, target_language)
    for figure in here:
        same = [other for other in there if other.value == figure.value]
        if len(same) == 1 and sum(other.value == figure.value for other in here) == 1:
            yield figure, same[0]

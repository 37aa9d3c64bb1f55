"""Dates and times: the same day, month, weekday and hour on both sides (TQ102)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import regex

from tqcheck.checks.figure_hits import make_hit
from tqcheck.checks.moved_figures import is_next_door
from tqcheck.model import Hit, Pair, Severity
from tqcheck.registry import Context, check
from tqcheck.text.dates import calendar_figures, month_numbers, months, weekdays
from tqcheck.text.discrepancies import Discrepancy, compare_pair, find_discrepancies
from tqcheck.text.masks import blank
from tqcheck.text.spoken_times import DayTime, day_times, differing_times

_Named = list[tuple[int, int, int]]
_Told = tuple[tuple[DayTime, ...], tuple[DayTime, ...]]
_DOUBTED: Severity = "minor"
_CERTAIN, _TOLD, _UNCERTAIN = 0.93, 0.9, 0.7
"""Raw strength of a month or weekday that is another one, of a time of day in words, and where one side names more of them."""


@check("TQ102", "date-mismatch", category="accuracy/date", severity="major", silenced_by=("TQ203", "TQ604"))
def date_mismatch(pair: Pair, context: Context) -> Iterator[Hit]:
    """A day, month, year, weekday or hour of the source is another one in the translation.

    Why: a wrong date sends readers on the wrong day and dates an event wrongly for ever.

    Bad: "on 12 March" → „am 12. Mai“; "on Tuesday" → «в среду»; "5:30 p.m." → „5.30 Uhr“; "March 4, 2026" → „03.04.2026“; "yesterday" →
    „vorgestern“; "half past six" → „halb sechs“

    Good: "March 12, 2020" → „12.03.2020“; "5:30 p.m." → "17:30"; "24 August" → „24.8.“

    Limits: months and weekdays are compared where both sides name one; a weekday that the translator left out is not reported. Days
    seen from today are compared with each other only: "yesterday" and "on Tuesday" may be one day.
    """
    comparison = compare_pair(pair)
    if comparison is None or pair.target is None or pair.source is None:
        return
    told = _told(pair)
    named = [*_named_hits(pair), *_told_hits(pair, told)]
    yield from named
    for item in find_discrepancies(comparison):
        if item.cause == "date" and not _is_told(item, told) and not is_next_door(pair, item, context.article):
            hit = make_hit(pair, comparison, item)
            if not any(hit.start < other.end and other.start < max(hit.end, hit.start + 1) for other in named):
                yield hit


def _told_hits(pair: Pair, told: _Told) -> Iterator[Hit]:
    """The one time of day of either side that the other does not tell, where words tell one of them."""
    lost, new = differing_times(*told)
    if len(lost) == len(new) == 1 and (lost[0].spoken or new[0].spoken):
        yield _differing((lost[0].start, lost[0].end), (new[0].start, new[0].end), pair, _TOLD)


def _is_told(item: Discrepancy, told: _Told) -> bool:
    """Whether a figure belongs to a time of day that the other side tells in words: 6.45 and पौने सात बजे."""
    own, others = told if item.source else told[::-1]
    figure = item.source or item.target
    places = [time for time in own if any(other.spoken and other.minutes & time.minutes for other in others)]
    return figure is not None and any(time.start <= figure.start < time.end for time in places)


def _told(pair: Pair) -> _Told:
    """The times of day of both sides."""
    if pair.source is None or pair.target is None:
        return (), ()
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    return day_times(source, pair.source_language), day_times(target, pair.target_language)


def _named_hits(pair: Pair) -> Iterator[Hit]:
    if pair.source is None or pair.target is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    left = [*months(source, pair.source_language), *month_numbers(source)]
    right = [*months(target, pair.target_language), *month_numbers(target)]
    dated_left, dated_right = _dated(left, source), _dated(right, target)
    if len(dated_left) == len(dated_right) and dated_left:
        lost, new = _without(dated_left, dated_right), _without(dated_right, dated_left)
        yield from _compare(lost, new, certain=True, pair=pair)
    else:
        perhaps_left = [*calendar_figures(source, pair.source_language), *left]
        perhaps_right = [*calendar_figures(target, pair.target_language), *right]
        lost, new = _without(left, perhaps_right), _without(right, perhaps_left)
        yield from _compare(lost, new, certain=len(left) == len(right), pair=pair)
    left, right = list(weekdays(source, pair.source_language)), list(weekdays(target, pair.target_language))
    lost, new = _without(left, right), _without(right, left)
    if lost and new and _share_a_night(lost[0], new[0], source, target):
        return
    yield from _compare(lost, new, certain=len(left) == len(right), pair=pair)


_NIGHT_TO = regex.compile(
    r"(?:nacht (?:auf|zum|op|naar)|natten till|natten til|natt til|ночь на|ніч на|noc na|noci na|nocy na|noć na|noći na|ноћ на|ноћи на"
    r"|нощта (?:на|срещу)|nuit (?:de|du) \S+ (?:à|au)|noche del \S+ al|notte (?:tra|fra) \S+ e|éjjel|éjszaka) (?:den |dem |die )?$",
    regex.IGNORECASE,
)
"""What stands before a weekday whose night begins on the day before: Friday night is die Nacht auf Samstag."""


def _share_a_night(one: tuple[int, int, int], other: tuple[int, int, int], source: str, target: str) -> bool:
    """Whether two weekdays that follow each other name one night."""
    for first, second, text in ((one, other, target), (other, one, source)):
        if (first[2] + 1) % 7 == second[2] and _NIGHT_TO.search(text, max(0, second[0] - 40), second[0]):
            return True
    return False


_NEAR = 5
"""Characters between a month's name and the day or year of its date."""


def _dated(names: _Named, text: str) -> _Named:
    """The names that stand beside a figure: these are months for sure, not Martin or a march."""
    found = []
    for item in names:
        start, end, _ = item
        near = text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]
        if any(char.isdigit() for char in near) or text[start:end].isdigit():
            found.append(item)
    return found


def _without(names: _Named, others: _Named) -> _Named:
    """The names that have no counterpart, each counterpart used once."""
    free = Counter(number for _, _, number in others)
    lost: _Named = []
    for item in names:
        if free[item[2]]:
            free[item[2]] -= 1
        else:
            lost.append(item)
    return lost


def _compare(lost: _Named, new: _Named, *, certain: bool, pair: Pair) -> Iterator[Hit]:
    """A name that only the source has, where the translation has one of its own."""
    if pair.source is None or pair.target is None:
        return
    for one, other in zip(lost, new, strict=False):
        strength, severity = (_CERTAIN, None) if certain else (_UNCERTAIN, _DOUBTED)
        yield _differing(one[:2], other[:2], pair, strength, severity)


def _differing(
    source: tuple[int, int], target: tuple[int, int], pair: Pair, strength: float, severity: Severity | None = None
) -> Hit:
    """What the source says at one place and the translation otherwise at another."""
    said, seen = (
        side.text[slice(*place)] if side else "" for side, place in ((pair.source, source), (pair.target, target))
    )
    return Hit(
        start=target[0],
        end=target[1],
        message=f"The source says {said}, the translation {seen}.",
        source=source,
        confidence=strength,
        severity=severity,
        evidence=(("source", said),),
    )

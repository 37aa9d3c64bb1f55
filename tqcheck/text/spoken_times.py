"""Times of day in words: "half past six", halb sieben, «без двадцати пять», पौने सात बजे, and where two texts tell different ones.

`data/spoken_times.toml` holds the hours, the minutes and the templates of each language, and what the clock shows for each kind of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import regex

from tqcheck.text.clock_times import find_clock_times
from tqcheck.text.digits import ascii_digits
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

HALF_DAY = 720
"""Minutes after which a clock shows the same."""
_AFTER = {"half_past": 30, "quarter_past": 15, "three_quarters_past": 45}
_BEFORE = {"half_to": 30, "quarter_to": 15, "quarter_of": 45, "three_quarters_of": 15}
"""Minutes that a kind of template adds to the hour, and takes from it."""
_KINDS = (*_AFTER, *_BEFORE, "past", "to", "into", "past_half", "to_half")
_LED = regex.compile(r"\b(?:at|by|until|till)\s$", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayTime:
    """A time of day: where it stands, the minutes after twelve that it may mean (0-719), and whether it is said in words."""

    start: int
    end: int
    minutes: frozenset[int]
    spoken: bool


@dataclass(frozen=True, slots=True)
class _Clock:
    """How a language tells the time: its templates as one pattern, words that every template has one of, hours and minutes."""

    pattern: regex.Pattern[str]
    anchors: frozenset[str]
    hours: tuple[regex.Pattern[str], ...]
    minutes: tuple[tuple[int, regex.Pattern[str]], ...]


@lru_cache(maxsize=4096)
def day_times(text: str, language: str) -> tuple[DayTime, ...]:
    """The times of day with minutes that a text names, in figures and in words, in reading order."""
    plain = ascii_digits(text)
    found = [
        DayTime(
            time.start, time.end, frozenset((hour * 60 + time.minute) % HALF_DAY for hour in time.hours), spoken=False
        )
        for time in find_clock_times(plain)
    ]
    for time in _spoken(fold(plain, language), language):
        if not any(time.start < other.end and other.start < time.end for other in found):
            found.append(time)
    return tuple(sorted(found, key=lambda time: time.start))


def differing_times(source: Sequence[DayTime], target: Sequence[DayTime]) -> tuple[list[DayTime], list[DayTime]]:
    """The times of each side that the other does not tell, each of which answers one."""
    lost, new = list(source), list(target)
    for time in source:
        same = next((other for other in new if other.minutes & time.minutes), None)
        if same is not None:
            new.remove(same)
            lost.remove(time)
    return lost, new


def _spoken(folded: str, language: str) -> Iterator[DayTime]:
    code = table_language(language)
    clock = _clock(code) if code in table("spoken_times") else None
    if clock is None or not any(word in folded for word in clock.anchors):
        return
    for match in clock.pattern.finditer(folded):
        said = match.groupdict()
        kind = next(name for name in _KINDS if said.get(name))
        hour = _hour(said["h"], clock)
        minute = next((value for value, words in clock.minutes if said["m"] and words.fullmatch(said["m"])), 0)
        if hour is None or (
            kind == "to" and code == "en" and minute <= hour and not _LED.search(folded, 0, match.start())
        ):
            continue  # "five to ten" of them
        minutes = frozenset({_shown(kind, hour, minute) % HALF_DAY})
        yield DayTime(match.start(), match.end(), minutes, spoken=True)


def _hour(said: str | None, clock: _Clock) -> int | None:
    """The hour of words or digits; twelve where a template has none of its own, as noon and midnight have."""
    if said is None:
        return 12
    if said.isdigit():
        return int(said) if 0 < int(said) <= 24 else None
    return next((number for number, words in enumerate(clock.hours, 1) if words.fullmatch(said)), None)


def _shown(kind: str, hour: int, minute: int) -> int:
    """Minutes after twelve that the clock shows."""
    if kind in _AFTER:
        return hour * 60 + _AFTER[kind]
    if kind in _BEFORE:
        return hour * 60 - _BEFORE[kind]
    shift = {"past": minute, "to": -minute, "into": minute - 60, "past_half": minute - 30, "to_half": -30 - minute}
    return hour * 60 + shift[kind]


@cache
def _clock(code: str) -> _Clock:
    facts: Mapping[str, Any] = table("spoken_times")[code]
    hours = [hour.strip() for hour in str(facts["hours"]).split(",")]
    minutes = {int(number): str(words) for number, words in facts["minutes"].items()}
    parts = {
        "h": rf"(?P<h>{'|'.join(reversed(hours))}|\d{{1,2}})",
        "m": f"(?P<m>{'|'.join(reversed(minutes.values()))})",
    }
    templates = [(kind, str(template)) for kind in _KINDS for template in facts.get(kind, ())]
    templates.sort(key=lambda item: -len(item[1]))  # "fünf vor halb sieben" before "halb sieben"
    choices = (
        f"(?P<{kind}>{template.replace('{h}', parts['h']).replace('{m}', parts['m'])})" for kind, template in templates
    )
    whole = f"(?:{'|'.join(choices)})"
    bounded = whole if code in UNSPACED else rf"(?<![\p{{L}}\p{{M}}\d]){whole}(?![\p{{L}}\p{{M}}\d])"
    return _Clock(
        regex.compile(bounded),
        frozenset(_anchor(template) for _, template in templates),
        tuple(regex.compile(hour) for hour in hours),
        tuple((number, regex.compile(words)) for number, words in minutes.items()),
    )


def _anchor(template: str) -> str:
    """A word that stands wherever the template does; "" where all of it may vary."""
    fixed = regex.sub(r"\{[hm]\}|\([^()]*\)\??|\[[^\]]*\]|.\?", "\0", template)
    return max(regex.findall(r"[^\0\s]+", fixed), key=len, default="")

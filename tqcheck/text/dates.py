"""Months, weekdays and hours: names from CLDR with their endings, 12- and 24-hour clocks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from tqcheck.text.digits import ascii_digits
from tqcheck.text.locale_facts import locales_of, primary
from tqcheck.text.tables import table

_CONTEXTS = ("format", "stand-alone")
_WORD = regex.compile(r"[\p{L}\p{M}\u200c]++(?:-feira)?+")


@cache
def month_stems(language: str) -> dict[str, int]:
    """Stem of each month's name in lower case -> 1-12; endings may follow it."""
    return _stems(language, "months")


@cache
def weekday_stems(language: str) -> dict[str, int]:
    """Stem of each weekday's name in lower case -> 0 (Monday) to 6."""
    return _stems(language, "days")


def _stems(language: str, field: str) -> dict[str, int]:
    stems: dict[str, int] = {}
    tables = [getattr(locale, field)[context]["wide"] for locale in locales_of(language) for context in _CONTEXTS]
    for names in tables:
        for index, name in names.items():
            if not str(name).isdigit():
                stems[_stem(str(name).lower(), language)] = int(index)
    for index, listed in table("calendar").get(primary(language), {}).get(field, {}).items():
        stems |= dict.fromkeys(listed, int(index))
    return stems


def _stem(name: str, language: str) -> str:
    """The name without the letters that case endings change; short names and uninflected languages keep them all."""
    if primary(language) not in _INFLECTED or len(name) <= 3:
        return name
    vowels = "aeiouyаеиоуяюьйіїєąęýůě"
    return name.rstrip(vowels) if len(name.rstrip(vowels)) >= 3 else name


_INFLECTED = frozenset("sr hr bs sl mk bg ru uk be pl cs sk lt lv fi et hu tr is el ro hy ka".split())  # noqa: SIM905


@lru_cache(maxsize=1024)
def calendar_figures(text: str, language: str) -> tuple[tuple[int, int, int], ...]:
    """(start, end, month) of whatever may be the name of a month: it answers a number, so a doubtful word does no harm."""
    return tuple(_named(text, month_stems(language), language, 5))


def months(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, month) of month names; words that mean something else too (may, mars) only beside a number."""
    for start, end, month in calendar_figures(text, language):
        if not _ambiguous(text[start:end], text, start, end):
            yield start, end, month


_PERSIAN_DAYS = ("دو", "سه", "چهار", "پنج", "", "", "یک")
"""Numbers that make the other days out of Saturday (شنبه), Monday first."""
_MONTH_NUMBER = regex.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?[月월](?![間间])")
_EAST_ASIAN_DAYS = {
    **{char: index for index, char in enumerate("月火水木金土日")},
    **{char: index for index, char in enumerate("월화수목금토일")},
    **{char: index for index, char in enumerate("一二三四五六")},
    "天": 6,
}
_EAST_ASIAN_WEEKDAY = regex.compile(
    r"([月火水木金土日])曜|([월화수목금토일])요일|(?:星期|周|週|礼拜)([一二三四五六日天])"
)


def month_numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, month) of months written as numbers in East Asian dates."""
    for match in _MONTH_NUMBER.finditer(ascii_digits(text)):
        yield match.start(1), match.end(1), int(match[1])


def weekdays(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, 0-6) of weekday names."""
    for start, end, day in _named(text, weekday_stems(language), language, 10 if primary(language) == "fi" else 4):
        lead = text[max(0, start - 6) : start].split(" ")[-2:-1]
        if lead and lead[0] in _PERSIAN_DAYS and text[start:end] == "شنبه":
            yield start, end, _PERSIAN_DAYS.index(lead[0])
        else:
            yield start, end, day
    yield from _lengthened_weekdays(text, language)
    if primary(language) in ("zh", "ja", "ko"):
        for match in _EAST_ASIAN_WEEKDAY.finditer(text):
            char = match[1] or match[2] or match[3]
            yield match.start(), match.end(), _EAST_ASIAN_DAYS[char]


def _named(text: str, stems: dict[str, int], language: str, ending: int) -> Iterator[tuple[int, int, int]]:
    if primary(language) in ("zh", "ja", "ko", "th"):
        return
    slack = ending if primary(language) in _INFLECTED else 0
    names = primary(language) in _INFLECTED - _IN_CAPITALS
    for match in _WORD.finditer(text):
        word = match[0].lower()
        for size in range(len(word), max(2, len(word) - slack) - 1, -1):
            longest = _SHORT_ENDING if size == 3 else _NAME_ENDING if names and match[0][0].isupper() else slack
            if word[:size] in stems and len(word) <= size + longest:
                yield match.start(), match.end(), stems[word[:size]]
                break


_IN_CAPITALS = frozenset({"tr", "el"})
"""Inflected languages that write months and weekdays with a capital."""
_NAME_ENDING = 1
"""Letters of the longest ending behind a capital where months have none: Мартина and Субботин are names."""
_SHORT_ENDING = 2
"""Letters of the longest ending of a name of three: Estonian "maist" is of May, "mainet" is no month."""


def _lengthened_weekdays(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """(start, end, 0-6) of weekdays with an ending or a part of the day written on: Freitagabend, vrijdagavond, Mondays."""
    pattern = _lengthened(language)
    for match in pattern.finditer(text) if pattern else ():
        yield match.start(), match.end(), weekday_stems(language)[match[1].lower()]


@cache
def _lengthened(language: str) -> regex.Pattern[str] | None:
    endings = table("calendar")["weekday_endings"].get(primary(language), "").split()
    if not endings:
        return None
    names = "|".join(sorted(weekday_stems(language), key=len, reverse=True))
    return regex.compile(rf"(?<!\w)({names})s?(?:{'|'.join(endings)})(?!\w)", regex.IGNORECASE)


_AMBIGUOUS = frozenset(
    "may march mars mar mart set sat sun mai maj august mei maja maju марта eli листопад srpen".split()  # noqa: SIM905
)


def _ambiguous(word: str, text: str, start: int, end: int) -> bool:
    if word.lower() not in _AMBIGUOUS:
        return False
    near = text[max(0, start - 6) : start] + text[end : end + 6]
    return not any(char.isdigit() for char in near) and not _IN_MONTH.search(text, max(0, start - 8), start)


_IN_MONTH = regex.compile(
    r"(?<![\p{L}\p{M}])(?:in|im|since|until|by|last|next|of|early|late|en|i|u|w|v|в|у|във|za|de|od|від|з|ab|seit|bis|vom|em"
    r"|desde|depuis|Ende|Anfang|Mitte)[ \u00a0]$"
)
"""Words before a name that make it a month."""


_NUMERIC_DATE = regex.compile(
    r"(?<![\d./-])(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])[ \u00a0]?\d{1,2}\2[ \u00a0]?\d{2,4})(?![\d/-])"
)
_EAST_ASIAN_DATE = regex.compile(r"\d{1,4}\s?[年月日号號년월일](?![間间前内後간])")
_BEFORE_MONTH = regex.compile(
    r"(?:(?<!\d)\d{1,2}(?:st|nd|rd|th|\.|º|er|-?го|-?е|-?a)?+[ \u00a0]{1,2}"
    r"(?:(?:of|de|di|d['’]|al)[ \u00a0]?)?)$",
    regex.IGNORECASE,
)
_AFTER_MONTH = regex.compile(
    r"[ \u00a0]{0,2}(?:(?:the|de|del|of|da)[ \u00a0])?(?:\d{1,2}(?!\d)(?:st|nd|rd|th|\.)?+)?"
    r"(?:,?[ \u00a0](?:(?:de|del|of)[ \u00a0])?\d{4}(?!\d))?",
    regex.IGNORECASE,
)


def date_ranges(text: str, language: str) -> list[tuple[int, int]]:
    """Stretches of the text (digits in ASCII) that are dates: 12.03.2020, March 12, 2020年3月12日."""
    ranges = [match.span() for match in _NUMERIC_DATE.finditer(text)]
    ranges += [match.span() for match in _EAST_ASIAN_DATE.finditer(text) if _is_east_asian_date(match)]
    for start, end, _ in calendar_figures(text, language):
        before = _BEFORE_MONTH.search(text, max(0, start - 10), start)
        after = _AFTER_MONTH.match(text, end)
        ranges.append((before.start() if before else start, after.end() if after else end))
    return ranges


def _is_east_asian_date(match: regex.Match[str]) -> bool:
    """Whether 年月日 names a date: 67日 are days that somebody counts."""
    digits = "".join(filter(str.isdigit, match[0]))
    return match[0][-1] in "年년" or int(digits) <= 31


_MERIDIEM = regex.compile(
    r"(?::\d\d|\.\d\d|\s?h\s?\d\d)?+[\s\u00a0\u202f]?+(?P<half>[ap]\.?\s?m\b\.?|[ap]m\b)", regex.IGNORECASE
)
_CLOCK = regex.compile(r"(?:[:.h]|[\s\u00a0\u202f]h[\s\u00a0\u202f]?)(?P<minutes>[0-5]\d)(?!\d)")


_EVENING_THAI = regex.compile(r"[ \u00a0]?ทุ่ม")
"""The hours from seven in the evening on, counted anew: 2 ทุ่ม is 8 p.m."""


def clock_readings(text: str, start: int, end: int, language: str) -> tuple[int, ...]:
    """Hours that the number at [start, end) may mean on the 24- and 12-hour clock; empty where it is no hour."""
    digits = text[start:end]
    if not digits.isdigit() or len(digits) > 2 or int(digits) > 24:
        return ()
    hour = int(digits)
    after = text[end : end + 12]
    if primary(language) == "th" and hour <= 6 and _EVENING_THAI.match(after):
        return (hour + 18,)
    if match := _MERIDIEM.match(after):
        return _twelve_hours(hour, afternoon=match["half"][0] in "pP")
    if after[:1] == ":" and _CLOCK.match(after):
        return (hour, hour - 12) if hour > 12 else (hour, hour + 12)
    return ()


def _twelve_hours(hour: int, *, afternoon: bool) -> tuple[int, ...]:
    if hour == 12:
        return (12, 0, 24) if not afternoon else (12,)
    return (hour, hour + 12) if afternoon else (hour,)

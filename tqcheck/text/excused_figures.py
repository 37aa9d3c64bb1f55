"""Figures without a counterpart that say nothing: a lone 1, a repetition, full hours, a century or a fraction put in words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.digits import ascii_digits
from tqcheck.text.figure import Figure
from tqcheck.text.named_counts import is_named_count
from tqcheck.text.scores import find_scores
from tqcheck.text.tables import table

_NEAR = 16
"""Characters before and behind a figure in which the word `century` is looked for."""
_PERCENT = {
    "half": {Decimal(50)},
    "third": {Decimal(33), Decimal(66), Decimal(67)},
    "quarter": {Decimal(25), Decimal(75)},
}
_PARTS = {
    "half": {Decimal("0.5")},
    "third": {Decimal("0.3"), Decimal("0.33")},
    "quarter": {Decimal("0.25"), Decimal("0.75")},
}
_MINUTES = {"half": {Decimal(30)}, "third": set[Decimal](), "quarter": {Decimal(15), Decimal(45)}}
_DENOMINATORS = {"half": 2, "third": 3, "quarter": 4}
_SLASHED = regex.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_DENOMINATOR = regex.compile(r"分[の之]|\s?분의|\s?phần", regex.IGNORECASE)
_IN_SO_MANY = regex.compile(r"ใน\s?$")
"""Where the denominator stands: 3分の2, 3분의 2, 2 ใน 3."""
_VULGAR = regex.compile("[¼½¾⅓⅔⅕-⅞]")


def is_excused(figure: Figure, other_side: set[Decimal], text: str, other_text: str) -> bool:
    """Whether a leftover says nothing.

    Args:
        figure: in digits, unmatched.
        other_side: every reading of every figure of the other text.
        text, other_text: where the figure stands, and the other side.
    """
    if figure.kind == "code":
        return _is_of_a_disease(figure, text, other_text)
    value = figure.value
    if (value == 1 and figure.power == 1 and not _in_score(figure, text, other_text)) or figure.kind == "minutes":
        return True
    if not other_side.isdisjoint(figure.readings) or _is_of_kilo(figure, other_side, text, other_text):
        return True
    if 10 <= value <= 21 and _stands_by("century", text, figure):
        return any((value - 1) * 100 <= other <= value * 100 for other in other_side)
    if value == 100 and "concentr-percent" in figure.units:
        return True  # "100 percent certain" is quite certain
    if is_named_count(figure, other_side, text, other_text):
        return True
    if value == 24 and "duration-hour" in figure.units and _says("day", other_text):
        return True
    if value % 10 == 0 and 1800 <= value <= 2090 and _says("decade", other_text):
        return value % 100 // 10 + 1 in other_side
    return _is_fraction(figure, other_side, text, other_text) or _counts_to_the_hour(
        figure, other_side, text, other_text
    )


_KILO = regex.compile("千(?=[伏赫卡帕安牛焦欧歐])")
"""A thousand that is the first half of a Chinese unit: 1100千伏 is 1100 kV."""


def _is_of_kilo(figure: Figure, other_side: set[Decimal], text: str, other_text: str) -> bool:
    """Whether a figure is as much as one of the other side but for such a thousand."""
    if _KILO.search(text[figure.start : figure.end + 1]):
        return figure.value / 1000 in other_side
    return figure.value * 1000 in other_side and _KILO.search(other_text) is not None


_COVID = r"(?:covid|ковид|كوفيد|कोविड|קוביד)[-‐‑–\s]?"
_DISEASE, _NUMBERED = (regex.compile(_COVID + end, regex.IGNORECASE) for end in ("$", r"\d"))
_CORONA = regex.compile(
    r"[ck]oron|[ck]ovid|корон|ковид|新冠|冠[状狀]|疫|病毒|确诊|確診|核酸|感染|감염|방역|확진|コロナ|코로나|कोरोना|कोविड|كورونا|كوفيد|כורונ|קוביד|κορων",
    regex.IGNORECASE,
)


def _is_of_a_disease(figure: Figure, text: str, other_text: str) -> bool:
    """Whether a figure is that of COVID-19, and the other side names the virus without one (新冠, коронавирус)."""
    named = _DISEASE.search(text, max(0, figure.start - 8), figure.start) is not None
    return named and _CORONA.search(other_text) is not None and _NUMBERED.search(other_text) is None


_OF_AN_HOUR = {20: 10, 25: 5, 35: 5, 40: 10}
"""Minutes of an hour, and how many they are from its half: tien voor half negen is 8:20."""
_MINUTES_BEHIND = regex.compile(r"(?:[:.h時点點]|시 ?|[ \u00a0]h[ \u00a0]?)([0-5]\d)")


def _counts_to_the_hour(figure: Figure, other_side: set[Decimal], text: str, other_text: str) -> bool:
    """Whether minutes are said from the half or the full hour on, or the hour is the one that they lead to: ten to nine."""
    minutes = figure.value if _is_minute(figure, text) else None
    if figure.kind == "clock" and (behind := _MINUTES_BEHIND.match(text, figure.end)):
        hour = figure.value % 12 + 1
        return hour in other_side and (60 - int(behind[1]) in other_side or _says("half", other_text))
    if minutes is None:
        return False
    from_half = _OF_AN_HOUR.get(int(minutes))
    return 60 - minutes in other_side or (from_half in other_side and _says("half", other_text))


def _is_fraction(figure: Figure, other_side: set[Decimal], text: str, other_text: str) -> bool:
    """A half, a third or a quarter that the other side puts in words, or a fraction that it writes in another way."""
    for word, parts in _PARTS.items():
        values = set(_PERCENT[word]) if "concentr-percent" in figure.units else set[Decimal]()
        values |= _MINUTES[word] if _is_minute(figure, text) else set()
        hour = figure.kind == "clock" and word != "third" and _hour_before(figure, other_side)
        part = figure.value % 1 in parts and (figure.value < 1 or figure.value // 1 in other_side or figure.value < 2)
        if (figure.value in values or part or hour) and _says(word, other_text):
            return True
    slashed = next((m for m in _SLASHED.finditer(text) if m.start() <= figure.start < m.end()), None)
    if slashed and int(slashed[2]):
        value = Decimal(str(round(int(slashed[1]) / int(slashed[2]), 4)))
        if value in other_side:
            return True
        return any(int(slashed[2]) == size and _says(word, other_text) for word, size in _DENOMINATORS.items())
    if _DENOMINATOR.match(text, figure.end) or _IN_SO_MANY.search(text, max(0, figure.start - 5), figure.start):
        return any(figure.value == size and _says(word, other_text) for word, size in _DENOMINATORS.items())
    if figure.value < 1 and _VULGAR.search(text, figure.start, figure.end):
        found = (Decimal(str(round(int(m[1]) / max(1, int(m[2])), 4))) for m in _SLASHED.finditer(other_text))
        return figure.value in found
    return False


_QUARTERS = {Decimal(1), Decimal(2), Decimal(3), Decimal(4)}
"""What the parts of an hour themselves may be read as: three quarters."""


def _hour_before(figure: Figure, other_side: set[Decimal]) -> bool:
    """Whether the hour may be said as a part of the next one (halb acht, без четверти восемь): no other hour is named."""
    hours = {value % 12 for value in other_side if 1 <= value <= 24}
    return not hours.isdisjoint({figure.value % 12, (figure.value + 1) % 12}) or hours <= _QUARTERS


def _is_minute(figure: Figure, text: str) -> bool:
    """Whether a figure is the minutes of a time of day, or counts minutes."""
    return figure.units == {"duration-minute"} or (
        figure.kind == "date" and regex.match(r"[:.h時点點시]", text[figure.start - 1 : figure.start]) is not None
    )


def _in_score(figure: Figure, text: str, other_text: str) -> bool:
    """Whether a lone 1 is part of a result in figures, and the other side has a result in figures as well."""
    before, after = text[figure.start - 1 : figure.start], text[figure.end : figure.end + 1]
    joined = (before in "-–:‑" and before and text[figure.start - 2 : figure.start - 1].isdigit()) or (
        after and after in "-–:‑" and text[figure.end + 1 : figure.end + 2].isdigit()
    )
    return bool(joined) and next(find_scores(ascii_digits(other_text)), None) is not None


def _says(word: str, text: str) -> bool:
    return _pattern(word).search(text) is not None


def _stands_by(word: str, text: str, figure: Figure) -> bool:
    return _pattern(word).search(text, max(0, figure.start - _NEAR), figure.end + _NEAR) is not None


@cache
def _pattern(word: str) -> regex.Pattern[str]:
    stems = "|".join(
        regex.escape(stem.removesuffix("/")) + r"(?!\p{L})" * stem.endswith("/")
        for stem in table("fractions")[word].split()
    )
    return regex.compile(
        rf"(?:(?<!\p{{L}})|(?<=\p{{Han}})|(?<=\b(?:و?ال|و|ب|ו?ה|ו|ב))|(?<=chilo|kilo))(?:{stems})", regex.IGNORECASE
    )

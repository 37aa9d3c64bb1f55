"""Numbers that are written with the marks of another locale, and how they should look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from tqcheck.model import Pair
from tqcheck.text.digits import ascii_digits
from tqcheck.text.discrepancies import compare_pair
from tqcheck.text.figure import Figure
from tqcheck.text.figures import find_figures
from tqcheck.text.locale_facts import decimal_marks_of, primary, separators_of
from tqcheck.text.masks import blank
from tqcheck.text.numerals import format_number


@dataclass(frozen=True, slots=True)
class FormatFault:
    """A misformatted number: its place on both sides, what to write instead, and whether it reads as another value."""

    start: int
    end: int
    message: str
    fix: str
    confidence: float
    source: tuple[int, int] | None = None
    misread: bool = False


def find_format_faults(pair: Pair) -> Iterator[FormatFault]:
    """Faults of the target's numbers: those that only another locale writes, and those that read as another value than the source's."""
    if pair.target is None:
        return
    text = blank(pair.target.text, pair.target.marks)
    plain = ascii_digits(text)
    comparison = compare_pair(pair)
    partners = {right: left for left, right in comparison.matched} if comparison else {}
    for figure in find_figures(text, pair.target_language):
        digits = plain[figure.start : figure.numeral_end]
        if figure.spelled or figure.kind in ("clock", "date") or not _has_mark(digits):
            continue
        fault = _judge(figure, digits, plain, partners.get(figure), pair)
        if fault is not None:
            yield fault


def _has_mark(digits: str) -> bool:
    return any(char in ".," for char in digits)


def _judge(figure: Figure, digits: str, text: str, partner: Figure | None, pair: Pair) -> FormatFault | None:
    if _is_grouped_alike(digits, partner, pair):
        return None
    value = _agreed(figure, partner)
    if value is not None and value != figure.value / figure.power:
        if partner is not None and _is_written_alike(partner, digits, pair):
            return None
        fix = format_number(
            value, pair.target_language, decimals=0 if value == value.to_integral_value() else figure.decimals
        )
        return _fault(figure, digits, fix, partner, misread=True, confidence=0.9)
    if not figure.foreign:
        return None
    fraction = regex.split(r"[.,]", digits)[-1]
    decimals = len(fraction) if digits.count(fraction and _last_mark(digits)) == 1 and figure.value % 1 else 0
    fix = format_number(figure.value / figure.power, pair.target_language, decimals=decimals or figure.decimals)
    confidence = _confidence(figure, digits, text, partner, pair)
    return _fault(figure, digits, fix, partner, misread=False, confidence=confidence) if confidence else None


def _agreed(figure: Figure, partner: Figure | None) -> Decimal | None:
    """The value both sides can mean, where the translation's own reading is another one."""
    if partner is None or partner.spelled or figure.value == partner.value or partner.value not in figure.readings:
        return None
    return partner.value / figure.power


_PLAIN_DECIMAL = regex.compile(r"(?<![\d.,])0([.,])\d")
"""A decimal that nobody takes for a thousand."""


def _is_written_alike(partner: Figure, digits: str, pair: Pair) -> bool:
    """Whether the source has the same digits and writes its decimals with the translation's mark: (OR = 4.239, p = 0.035)."""
    if pair.source is None or ascii_digits(pair.source.text[partner.start : partner.numeral_end]) != digits:
        return False
    mark = separators_of(pair.target_language).decimal
    return any(match[1] == mark for match in _PLAIN_DECIMAL.finditer(ascii_digits(pair.source.text)))


def _last_mark(digits: str) -> str:
    return next(char for char in reversed(digits) if char in ".,")


_QUANTITY = regex.compile(
    r"[\s\u00a0\u202f]{0,2}(?:%|‰|°|(?:per\s?cent|pct|percent|prozent|procent)\b|[€$£¥₽₹]|(?:km|kg|cm|mm|m²|km²|ha|GB|MB|GW|MW|kW|kWh)\b)"
)


def _confidence(figure: Figure, digits: str, text: str, partner: Figure | None, pair: Pair) -> float:
    """How sure that the mark is a slip: a magnitude, percent sign or unit behind it, or a source that writes its own locale's."""
    before = text[max(0, figure.start - 3) : figure.start]
    if len(set(digits) - set("0123456789")) == 2:
        return 0.9
    if figure.power > 1 or _QUANTITY.match(text, figure.end) or (before and before[-1] in "€$£¥"):
        return 0.95
    if partner is None or not _kept_from_source(partner, figure, pair):
        return (
            0.6 if _last_mark(digits) == "," and "," not in decimal_marks_of(pair.target_language) and partner else 0.0
        )
    return 0.8


def _kept_from_source(partner: Figure, figure: Figure, pair: Pair) -> bool:
    """Whether the source's own locale writes the mark that the translation kept."""
    if pair.source is None:
        return False
    if _is_named(partner, figure, pair):
        return False
    digits = ascii_digits(pair.source.text[partner.start : partner.numeral_end])
    return (
        _has_mark(digits)
        and not partner.foreign
        and separators_of(pair.source_language).decimal != separators_of(pair.target_language).decimal
    )


def _is_named(partner: Figure, figure: Figure, pair: Pair) -> bool:
    """Whether the same word stands before the number on both sides: Web 2.0, Windows 3.1, section 4.2."""
    if pair.source is None or pair.target is None:
        return False
    left, right = _lead(pair.source.text[: partner.start]), _lead(pair.target.text[: figure.start])
    if any(word.lower().startswith(_NUMBERED) for word in (left, right) if word):
        return True
    return bool(left) and left == right and left[0].isalpha()


_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3})+")
_DIVIDED = frozenset({"es"})
"""Source languages some of whose countries write 390,516 and others 390.516 for the same number."""


def _is_grouped_alike(digits: str, partner: Figure | None, pair: Pair) -> bool:
    """Whether both sides write a number in the same groups of three, which a source from Mexico means as English does."""
    if partner is None or pair.source is None or primary(pair.source_language) not in _DIVIDED:
        return False
    written = ascii_digits(pair.source.text[partner.start : partner.numeral_end])
    return written == digits and _GROUPED.fullmatch(digits) is not None


_LIST = regex.compile(r"(?:(?:\d++[.,]\d++(?:\.\d++)*+)(?:[,;/–-]|[ \u00a0][\p{L}\p{M}]{1,4})?+[ \u00a0]?+)++$")


def _lead(before: str) -> str:
    """The word before a number, or before the list of numbers that it ends (versions 2.4, 5.1 and 5.2)."""
    bare = _LIST.sub("", before.rstrip()[-60:] + " ").rstrip()
    words = bare.split()
    return words[-1].strip('(,«„“"') if words else ""


_NUMBERED = tuple(
    "version release section chapter figure table article part level ver. rule clause paragraph verzi верзи верси версі versión versão "  # noqa: SIM905
    "versõ wersj verze verzí versie versio verzió versiun sürüm wydani abschnitt kapitel глав раздел розділ odjelj odelj поглавл v. "
    "الإصدار إصدار نسخه संस्करण έκδοσ גרסה".split()
)
"""How words begin that stand before a number which only looks like a decimal."""


def _fault(
    figure: Figure, digits: str, fix: str, partner: Figure | None, *, misread: bool, confidence: float
) -> FormatFault:
    reads = f"; as written it reads as {figure.value / figure.power}" if misread else ""
    return FormatFault(
        start=figure.start,
        end=figure.numeral_end,
        message=f"{digits} is written as in another language: {fix} in this one{reads}.",
        fix=fix,
        confidence=confidence,
        source=(partner.start, partner.end) if partner else None,
        misread=misread,
    )

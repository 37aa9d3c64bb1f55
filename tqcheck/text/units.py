"""Units and currencies beside a number: which ones they can be."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import regex

from tqcheck.text.locale_facts import locales_of, primary
from tqcheck.text.tables import table

if TYPE_CHECKING:
    from babel import Locale

Units = frozenset[str]
NO_UNITS: Units = frozenset()
HOURS: Units = frozenset({"duration-hour"})
_NO_SPACE = ("zh", "ja", "ko", "th")
_ODD = ("多", "余", "餘")
"""What stands between a round number and its unit in Chinese: 1200多天, more than 1,200 days."""
_DATE_LIKE = frozenset({"年", "月", "日", "년", "월", "일", "年間", "号", "ปี"})


@cache
def unit_names(language: str) -> dict[str, Units]:
    """Name in lower case (any plural form) -> the units it can stand for: CLDR's names and the table's."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for locale in locales_of(language):
        _add_units(found, locale)
        _add_currencies(found, locale, language)
    names = {name: frozenset(units) for name, units in found.items()}
    for name, units in table("units")["names"].get(primary(language), {}).items():
        names[name.lower()] = frozenset([units] if isinstance(units, str) else units)
    shortest = 1 if primary(language) in _NO_SPACE else 2
    return {name: units for name, units in names.items() if name not in _DATE_LIKE and len(name) >= shortest}


def _add(found: defaultdict[str, set[str]], pattern: str, unit: str) -> None:
    name = pattern.replace("{0}", "").replace("\u200c", "").strip(" \u00a0\u202f\u200e\u200f.").lower()
    if name and not any(char.isdigit() for char in name):
        found[name].add(unit)


def _add_units(found: defaultdict[str, set[str]], locale: Locale) -> None:
    patterns = locale._data["unit_patterns"]
    for unit in table("units")["factors"]:
        for forms in patterns[unit].values() if unit in patterns else ():
            for form, pattern in forms.items():
                if form != "per":  # what is paid "per year" is no year
                    _add(found, str(pattern), unit)


def _add_currencies(found: defaultdict[str, set[str]], locale: Locale, language: str) -> None:
    """Full currency names, and their noun alone as any of the currencies that share it (dollars: US, Canadian...)."""
    data = locale._data
    nouns: defaultdict[str, set[str]] = defaultdict(set)
    sure = set[str]()
    for code in _CURRENCIES:
        forms = {str(data["currency_names"].get(code, ""))}
        forms |= {str(form) for form in dict(data["currency_names_plural"].get(code, {})).values()}
        for form in filter(None, forms):
            found[form.lower()].add(code)
            words = form.lower().replace("-", " ").split()
            nouns[words[0]].add(code)
            nouns[words[-1]].add(code)
            sure.add(words[0] if primary(language) in _NOUN_FIRST else words[-1])
    if primary(language) not in _NO_SPACE:
        for word, codes in nouns.items():
            if len(codes) > 1 or word in sure:
                found[word] |= codes


_NOUN_FIRST = frozenset(
    "es pt fr it ca ro gl ar fa he sq vi id ms eu pl".split()  # noqa: SIM905
)
_CURRENCIES = frozenset(
    "USD EUR GBP JPY CNY CHF RUB UAH INR BRL CAD AUD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD MKD BAM ALL TRY ILS "  # noqa: SIM905
    "SAR AED EGP IRR IQD KWD KRW TWD HKD SGD MXN ARS CLP COP PEN ZAR NGN KES THB VND IDR MYR PHP PKR BDT KZT GEL AMD AZN BYN".split()
)


_CONSONANTS = frozenset("bcčćdđfghjklľłmnňńpqrřsšśtťvwxzžźżбвгґдђжзклљмнњпрстћфхцчџшщβγδζθκλμνξπρστφχψ")
"""Letters with which no ending begins: a dollar is no dola- with an ending."""


@cache
def _stems(language: str) -> dict[str, Units]:
    """Names cut where endings differ, before a vowel; a stem that several units share is left out, and Arabic changes words inside."""
    if primary(language) == "ar":
        return {}
    stems: defaultdict[str, set[Units]] = defaultdict(set)
    for name, units in unit_names(language).items():
        if len(name) >= 5 and " " not in name:
            for stem, ending in ((name[:-1], name[-1]), (name[:-2], name[-2])):
                if ending not in _CONSONANTS:
                    stems[stem].add(units)
            if name[-1] in _CONSONANTS:
                stems[name].add(units)
    return {stem: next(iter(units)) for stem, units in stems.items() if len(units) == 1 and len(stem) >= 4}


@cache
def _after_pattern(language: str) -> regex.Pattern[str]:
    facts = table("units")
    symbols = "|".join(sorted(map(regex.escape, {**facts["symbols"], **facts["currencies"]}), key=len, reverse=True))
    word = r"[\p{L}\p{M}\u200c]++"
    linker = r"(?:[\s\u00a0](?:de|di|of(?:[\s\u00a0]an?)?|амер\.|американских|am\.|US|U\.S\.)(?=[\s\u00a0])|[\s\u00a0]d['’])?+"
    words = rf"(?P<words>[\p{{L}}\p{{M}}'״\"\u200c]++(?:[ \u00a0]{word}){{0,2}}+)"
    return regex.compile(
        rf"[\s\u00a0\u202f\u2009]?(?P<symbol>{symbols})(?![\p{{L}}\d])|{linker}[\s\u00a0\u202f\u2009-]?{words}"
    )


_TANWIN = regex.compile("\u064b\u0627|\u0627?\u064b")
"""The ending of Arabic units behind 11 to 99: 12 ريالًا."""
_DAYS: Units = frozenset({"duration-day"})
_YEARS: Units = frozenset({"duration-year"})
_INCHES: Units = frozenset({"length-inch"})
_BRACKETED_INCH = regex.compile(r"[ \u00a0]?in\)")
"""An abbreviation that anywhere else would be a preposition: "80 cm (32 in)"."""
_POINTS: Units = frozenset({"concentr-point"})
_PERCENT: Units = frozenset({"concentr-percent"})
_WORD = regex.compile(r"[\p{L}\p{M}]++")
_PERCENT_BEFORE = regex.compile(r"(?:%|\byüzde[ \u00a0])$", regex.IGNORECASE)
_APPOSITION = regex.compile(r", [1-9]\d,")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th|º|ª|\.|-?(?:я|й|ю|ой|го|ї|а))(?=[\s\u00a0-]\p{Ll})")
_BEFORE = regex.compile(r"(?P<symbol>US\$|HK\$|[AC]\$|R\$|[$€£¥￥₽₹₴₺₩₪₫฿₦₱₸₾]|\b[A-Z]{3})[\s\u00a0\u202f]?$")


def units_beside(text: str, start: int, end: int, language: str) -> Units:
    """Units of the number at [start, end) (its magnitude included): the currency sign before it or the words behind it."""
    before = _BEFORE.search(text, max(0, start - 5), start)
    if before is not None:
        found = _currency(before["symbol"])
        if found:
            return found
    if primary(language) in _NO_SPACE:
        if text[end : end + 2].strip()[:1] == "日" and (digits := text[start:end]).isdigit() and int(digits) > 31:
            return _DAYS  # more than a month has: no date
        return _unspaced(text, end, language)
    if primary(language) == "tr" and _PERCENT_BEFORE.search(text, max(0, start - 7), start):
        return _PERCENT
    if _APPOSITION.match(text, max(0, start - 2)) and text[start:end].isdigit():
        return _YEARS  # "Willoughby, 37, said"
    if primary(language) == "en" and _BRACKETED_INCH.match(text, end):
        return _INCHES
    ordinal = _ORDINAL.match(text, end)
    match = _after_pattern(language).match(text, ordinal.end() if ordinal else end)
    if match is None:
        return NO_UNITS
    if match["symbol"]:
        facts = table("units")
        return frozenset(facts["symbols"].get(match["symbol"]) or facts["currencies"].get(match["symbol"]) or ())
    return _named(match["words"], language)


def names_unit(text: str, language: str, units: Units) -> bool:
    """Whether some word of a text names one of these units, with or without a figure."""
    if primary(language) in _NO_SPACE:
        return any(name in text for name, meant in unit_names(language).items() if not units.isdisjoint(meant))
    return any(not units.isdisjoint(_unit_of(word, language)) for word in _WORD.findall(text.lower()))


def _currency(symbol: str) -> Units:
    symbol = "CNY" if symbol == "RMB" else symbol
    if symbol.isalpha():
        return frozenset({symbol}) if symbol in _CURRENCIES else NO_UNITS
    return frozenset(table("units")["currencies"].get(symbol, ()))


def _named(words: str, language: str) -> Units:
    if words[:3] in _CURRENCIES and not words[3:4].isalpha():
        return frozenset({words[:3]})
    if _points().match(words):
        return _POINTS
    written = words.lower().replace("\u200c", "").replace("\u00a0", " ")
    return _unit_of(written, language) or _unit_of(_TANWIN.sub("", written), language)


def _unit_of(plain: str, language: str) -> Units:
    pieces = [piece.strip("'\"") for piece in plain.split(" ")]
    names = unit_names(language)
    for size in range(len(pieces), 0, -1):
        phrase = " ".join(pieces[:size])
        if phrase in names:
            return names[phrase]
    stems = _stems(language)
    word = pieces[0]
    if len(word) < 5:
        return NO_UNITS
    return next(
        (stems[word[:size]] for size in range(len(word), max(4, len(word) - 4) - 1, -1) if word[:size] in stems),
        NO_UNITS,
    )


@cache
def _points() -> regex.Pattern[str]:
    return regex.compile(table("units")["points"]["words"], regex.IGNORECASE)


def _unspaced(text: str, end: int, language: str) -> Units:
    names, symbols = unit_names(language), table("units")["symbols"]
    begin = end + (text[end : end + 1] in (" ", "\u00a0") and bool(text[end : end + 1]))
    begin += text[begin : begin + 1] in _ODD
    for size in range(8, 0, -1):
        piece = text[begin : begin + size]
        if len(piece) == size and piece.lower() in names:
            return names[piece.lower()]
        if len(piece) == size and piece in symbols and not text[begin + size : begin + size + 1].isascii():
            return frozenset(symbols[piece])
    return NO_UNITS

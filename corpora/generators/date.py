"""Changed months and weekdays, by the month and day names of CLDR (TQ102)."""

from functools import cache
from random import Random

import regex
from babel import Locale, UnknownLocaleError

from corpora.generators.lexicon import entry
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import SPACELESS, base, same_case, splice

_CJK_MONTH = regex.compile(r"(?<!\p{Nd})(1[0-2]|[1-9])\s?[月월]")


@cache
def _names(language: str, kind: str) -> dict[str, tuple[str, int]]:
    """Lower-case name -> (context, index); ``kind`` is "months" or "days"."""
    try:
        tables = getattr(Locale.parse(language, sep="-"), kind)
    except (UnknownLocaleError, ValueError):
        return {}
    found = {}
    for context in ("stand-alone", "format"):
        for index, name in tables[context]["wide"].items():
            found[name.lower()] = (context, index)
    inflected = entry("date", language).get("genitive", ()) if kind == "months" else ()
    found |= {name: ("genitive", index) for index, name in enumerate(inflected, 1)}
    return {name: key for name, key in found.items() if len(name) > 2}


def _locale(language: str) -> str:
    return {"sr": "sr-Latn", "zh": "zh-Hans"}.get(language, language)


@cache
def _pattern(language: str, kind: str) -> regex.Pattern[str] | None:
    names = sorted(_names(_locale(language), kind), key=len, reverse=True)
    if not names:
        return None
    body = "|".join(map(regex.escape, names))
    return regex.compile(body if base(language) in SPACELESS else rf"(?<![\w-])(?:{body})(?![\w-])", regex.IGNORECASE)


def _found(text: str, language: str, kind: str) -> list[tuple[int, int, int]]:
    """(index, start, end) of every name; both scripts are tried for Serbian."""
    hits = []
    for tag in ("sr-Latn", "sr-Cyrl") if base(language) == "sr" else (language,):
        if pattern := _pattern(tag, kind):
            table = _names(_locale(tag), kind)
            hits += [(table[m.group().lower()][1], m.start(), m.end()) for m in pattern.finditer(text)]
    if kind == "months" and base(language) in {"zh", "ja", "ko"}:
        hits = [(int(m.group(1)), m.start(1), m.end(1)) for m in _CJK_MONTH.finditer(text)]
    return hits


def month_indices(text: str, language: str) -> set[int]:
    """Months (1-12) named in ``text``."""
    return {index for index, _, _ in _found(text, language, "months")}


def _replacement(old: str, language: str, kind: str, random: Random) -> str | None:
    """Another name in the same grammatical form, or another figure."""
    if old.isdecimal():
        return str(random.choice([n for n in range(1, 13) if n != int(old)]))
    tags = ("sr-Latn", "sr-Cyrl") if base(language) == "sr" else (_locale(language),)
    table = next((_names(tag, kind) for tag in tags if old.lower() in _names(tag, kind)), {})
    context, index = table[old.lower()]
    others = sorted(name for name, (form, other) in table.items() if form == context and other != index)
    return same_case(random.choice(others), old) if others else None


def _change(pair: Pair, kind: str, random: Random) -> Damage | None:
    named = {index for index, _, _ in _found(pair.source, pair.source_language, kind)}
    hits = [hit for hit in _found(pair.target, pair.target_language, kind) if hit[0] in named]
    if kind == "months":
        hits = [h for h in hits if regex.search(r"\p{Nd}", pair.target[max(0, h[1] - 6) : h[2] + 9])]
    if not hits:
        return None
    _, start, end = random.choice(hits)
    new = _replacement(pair.target[start:end], pair.target_language, kind, random)
    if not new:
        return None
    text, start, end = splice(pair.target, start, end, new)
    if named & {index for index, s, _ in _found(text, pair.target_language, kind) if s == start}:
        return None
    name = "month-changed" if kind == "months" else "weekday-changed"
    return Damage(text=text, start=start, end=end, code="TQ102", severity="major", kind=name)


def change_month(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Replace the month of a date by another one, in the same case form."""
    return _change(pair, "months", random)


def change_weekday(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Replace a day of the week that the source names too."""
    return _change(pair, "days", random)

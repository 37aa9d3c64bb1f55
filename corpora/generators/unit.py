"""Units and currencies exchanged while the figure stays (TQ103)."""

from collections.abc import Sequence
from random import Random

import regex
from babel.units import format_unit

from corpora.generators.lexicon import bounded, entry
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import splice

_FIGURE = r"(?<=\p{Nd}[\s\u00a0\u202f]?)"
_SYMBOLS = ("$", "€", "£")


def _word_units(pair: Pair) -> list[tuple[int, int, list[str]]]:
    hits = []
    for row in entry("unit", pair.target_language).get("rows", ()):
        for form in row:
            pattern = bounded(regex.escape(form), pair.target_language)
            body = regex.compile(_FIGURE + pattern.pattern, pattern.flags)
            hits += [
                (*m.span(), [other for other in row if other != form])
                for m in body.finditer(pair.target)
                if not _is_clock_time(pair.target[m.end() :], row)
            ]
    return hits


def _is_clock_time(rest: str, row: Sequence[str]) -> bool:
    """Whether a unit of the same row follows at once: «2 часа дня» is two in the afternoon."""
    return rest.lstrip().startswith(tuple(row))


def _symbol_units(pair: Pair) -> list[tuple[int, int, list[str]]]:
    found = regex.finditer(r"[$€£](?=\s?\p{Nd})|(?<=\p{Nd}\s?)[$€£]", pair.target)
    return [(*m.span(), [s for s in _SYMBOLS if s != m.group()]) for m in found if m.group() in pair.source]


def change_unit(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Replace the unit right after a figure that the source gives too, so that the quantity is another one."""
    hits = _word_units(pair) + _symbol_units(pair)
    hits = [
        h
        for h in hits
        if _figure_before(pair.target, h[0]) in regex.findall(r"\p{Nd}+", pair.source) or h[1] - h[0] == 1
    ]
    if not hits:
        return None
    start, end, others = random.choice(hits)
    text, start, end = splice(pair.target, start, end, random.choice(others))
    return Damage(text=text, start=start, end=end, code="TQ103", severity="major", kind="unit-changed")


def _figure_before(text: str, end: int) -> str:
    match = regex.search(r"(\p{Nd}+)[\s\u00a0\u202f]?$", text[:end])
    return "".join(str(int(char)) for char in match.group(1)) if match else ""


QUANTITIES = (
    ("length-kilometer", "length-mile", "length-meter"),
    ("mass-kilogram", "mass-pound", "mass-gram"),
    ("duration-week", "duration-month", "duration-day"),
    ("volume-liter", "volume-gallon", "volume-milliliter"),
)
"""Units of CLDR that may be taken for each other, by what they measure."""


def phrase_of(value: int, unit: str, language: str) -> str:
    """A quantity in full, as CLDR writes it: 37 kilometres, 37公里."""
    return str(format_unit(value, unit, length="long", locale=locale_of(language)))


def locale_of(language: str) -> str:
    """CLDR's name of a language of the corpora."""
    return {"zh": "zh_Hans", "sr": "sr_Latn", "cnr": "sr_Latn", "no": "nb"}.get(language, language.replace("-", "_"))


def exchange_quantity(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Write another unit of the same kind behind a figure that stands with its unit in full, as CLDR writes it."""
    for value in {int(number) for number in regex.findall(r"(?<!\p{Nd})[1-9][0-9](?!\p{Nd})", pair.source)}:
        for kinds in QUANTITIES:
            for unit in kinds:
                old = phrase_of(value, unit, pair.target_language)
                place = pair.target.rfind(old)
                if place < 0 or phrase_of(value, unit, pair.source_language) not in pair.source:
                    continue
                new = phrase_of(value, random.choice([other for other in kinds if other != unit]), pair.target_language)
                text = pair.target[:place] + new + pair.target[place + len(old) :]
                return Damage(
                    text=text, start=place, end=place + len(new), code="TQ103", severity="major", kind="unit-changed"
                )
    return None

"""Units and currencies exchanged while the figure stays (TQ103)."""

from random import Random

import regex

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
            hits += [(*m.span(), [other for other in row if other != form]) for m in body.finditer(pair.target)]
    return hits


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

"""Changed numbers and lost magnitudes (TQ101)."""

from random import Random

import regex

from corpora.generators.date import month_indices
from corpora.generators.lexicon import marker
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import base, cut

# A figure that stands free: no letter, no identifier or address sign may touch it (A4, COVID-19, 10.1/x).
_FREE = regex.compile(
    r"(?<![\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}\p{Hebrew}\p{M}\p{Nd}_@#/:.,&%=-])"
    r"\p{Nd}+(?:[.,\u00a0\u202f٫٬’']\p{Nd}+)*(?![\p{Nd}\p{Latin}_@/:=-])"
)
_LINKING = frozenset({"fr", "es", "pt", "it", "ca", "ro"})  # "2 millones de euros": the linker goes too


def _digits(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


def _source_numbers(text: str) -> set[str]:
    return {_digits(match) for match in regex.findall(r"\p{Nd}+(?:[.,\u00a0\u202f٫٬’']\p{Nd}+)*", text)}


def _other_digit(digit: str, leading: bool, random: Random) -> str:
    """Another digit of the same script; a leading one never becomes zero."""
    zero, value = ord(digit) - int(digit), int(digit)
    return chr(zero + random.choice([d for d in range(1 if leading else 0, 10) if d != value]))


def change_number(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Change one digit of a figure that the source gives too; the new value is nowhere in the source."""
    given = _source_numbers(pair.source)
    matches = [m for m in _FREE.finditer(pair.target) if _digits(m.group()) in given]
    matches = [
        m
        for m in matches
        if not month_indices(pair.target[max(0, m.start() - 12) : m.end() + 12], pair.target_language)
    ]
    if not matches:
        return None
    match = random.choice(matches)
    places = [i for i, char in enumerate(match.group()) if char.isdecimal()]
    if regex.fullmatch(r"1\d{3}|20\d\d", _digits(match.group())) and len(places) == 4:
        places = places[2:]  # a year stays a plausible year
    place = random.choice(places[: max(1, len(places) - 1)])  # the last digit is what rounding changes
    old = match.group()
    new = (
        old[:place]
        + _other_digit(old[place], (place == 0 and len(old) > 1) or len(old) == 1, random)
        + old[place + 1 :]
    )
    if _digits(new) in given:
        return None
    text = pair.target[: match.start()] + new + pair.target[match.end() :]
    return Damage(
        text=text, start=match.start(), end=match.end(), code="TQ101", severity="major", kind="number-changed"
    )


def drop_magnitude(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Lose "million" or "billion" after a figure; the source must give the figure with a magnitude word."""
    here, there = (marker("magnitude", lang, "words") for lang in (pair.target_language, pair.source_language))
    if not here or not there or not there.search(pair.source):
        return None
    linker = r"(?: (?:de|di)(?!\w))?" if base(pair.target_language) in _LINKING else ""
    pattern = regex.compile(rf"(?<=\p{{Nd}})[\s\u00a0\u202f]?(?:{here.pattern}){linker}", here.flags)
    given = _source_numbers(pair.source)
    found = [m for m in pattern.finditer(pair.target) if _number_before(pair.target, m.start()) in given]
    if not found:
        return None
    match = random.choice(found)
    text, gap = cut(pair.target, match.start(), match.end())
    start = gap - len(regex.search(r"[\p{Nd}.,٫٬]+$", text[:gap]).group())
    return Damage(text=text, start=start, end=gap, code="TQ101", severity="major", kind="magnitude-dropped")


def _number_before(text: str, end: int) -> str:
    match = regex.search(r"\p{Nd}+(?:[.,٫٬]\p{Nd}+)*$", text[:end])
    return _digits(match.group()) if match else ""

"""Powers of ten behind a number in digits: `3.5 million`, `3,5 Mrd.`, `12 lakh`, `350万`, `1億2000万`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.number_lexicon import lexicon_of
from tqcheck.text.tables import table

_POWERS = frozenset({1000, 10**4, 10**5, 10**6, 10**7, 10**8, 10**9, 10**12})


_LEADS = {
    "zh": "[多余餘來来幾几]?+",
    "ja": "[数余]?+",
    "ko": "[여수]?+",
    "ro": "(?:de[ \u00a0])?+",
}
"""What may stand between a number and its magnitude: 20多万 is more than 20万, Romanian says 20 de milioane."""


@cache
def magnitudes_of(language: str) -> dict[str, int]:
    """Word in lower case -> power; a leading "=" marks those that follow without a space."""
    words: dict[str, int] = {}
    if (lexicon := lexicon_of(language)) is not None:
        words |= {word: value for word, value in lexicon.words.items() if value in _POWERS and " " not in word}
    for power, listed in table("magnitudes").get(primary(language), {}).items():
        words |= dict.fromkeys(listed, int(power))
    return words


@cache
def _pattern(language: str) -> regex.Pattern[str] | None:
    words = magnitudes_of(language)
    if not words:
        return None
    glued = sorted((regex.escape(word[1:]) for word in words if word.startswith("=")), key=len, reverse=True)
    spaced = sorted((word for word in words if not word.startswith("=")), key=len, reverse=True)
    inflected = bool((lexicon := lexicon_of(language)) and lexicon.suffixes)
    endings = r"[\p{L}\p{M}]{0,5}+"
    caseless = primary(language) in ("zh", "ja", "ko", "th")
    tail = "" if caseless else r"(?![\p{L}\p{M}])"
    body = "|".join(f"(?:{regex.escape(word)}){endings if inflected and len(word) > 3 else ''}" for word in spaced)
    lead = _LEADS.get(primary(language), "")
    options = [rf"[\s\u00a0\u202f]?+{lead}(?P<glued>{'|'.join(glued)}){tail}"] if glued and caseless else []
    options += [rf"(?P<glued>{'|'.join(glued)}){tail}"] if glued and not caseless else []
    options += (
        [rf"[\s\u00a0\u202f-]{{0,2}}+{lead if not caseless else ''}(?P<spaced>{body}){tail}\.?"] if spaced else []
    )
    return regex.compile("|".join(options), regex.IGNORECASE)


def read_magnitude(text: str, position: int, language: str) -> tuple[int, int, bool] | None:
    """(power, end, certain) of the magnitude that stands at `position`, just after a number; None where there is none.

    Not certain: a letter that is a unit too (`5m` is five metres or five million).
    """
    pattern = _pattern(language)
    match = pattern.match(text, position) if pattern else None
    if match is None:
        return None
    groups = match.groupdict()
    glued, spaced = groups.get("glued"), groups.get("spaced")
    power = _power(f"={glued}" if glued else spaced or "", language)
    end = match.end() - (text[match.end() - 1] == "." and text[match.end() : match.end() + 2].strip() == "")
    return power, end, not (glued or spaced or "").isascii() or len(spaced or "") > 1


def _power(word: str, language: str) -> int:
    """The power of a word as it stands in the text, perhaps with an ending."""
    words, folded = magnitudes_of(language), word.lower()
    return next(words[folded[:size]] for size in range(len(folded), 0, -1) if folded[:size] in words)


def compose(value: Decimal, power: int) -> Decimal:
    """The product, without the exponent form that Decimal may choose."""
    return (value * power).normalize() + 0

"""What a browser and a reader need to know of a language: its name, its tag, its direction (CLDR, through Babel)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_UNNAMED = {"cnr": "Montenegrin", "sh": "Serbo-Croatian"}
"""Names that CLDR's English locale lacks."""


@dataclass(frozen=True, slots=True)
class Language:
    """`tag` for the lang attribute (und = unknown), English `name`, `direction` for dir (auto = unknown)."""

    tag: str
    name: str
    direction: str


@lru_cache(maxsize=128)
def language(code: str | None) -> Language:
    """The language behind an ISO 639 or BCP 47 code; unknown codes keep their own letters as the name."""
    from babel import Locale, UnknownLocaleError

    if not code:
        return Language("und", "language not identified", "auto")
    tag = code.replace("_", "-")
    english = Locale("en")
    found = english.languages.get(tag.replace("-", "_")) or english.languages.get(tag.partition("-")[0])
    try:
        direction = Locale.parse(tag, sep="-").text_direction
    except (UnknownLocaleError, ValueError):
        direction = "auto"
    return Language(tag, found or _UNNAMED.get(tag, tag), direction)

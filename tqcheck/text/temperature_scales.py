"""Names of temperature scales: persons' names that stand for no person."""

from __future__ import annotations

from functools import cache

from tqcheck.text.units import unit_names

_SCALE = 5
"""Letters of a temperature scale's name that all its forms share."""


@cache
def scale_names(language: str) -> tuple[str, ...]:
    """What the names of temperature scales begin with in a language, in small letters: persons' names that stand for no person."""
    words = [
        {word for name, units in unit_names(language).items() if scale in units for word in name.split()}
        for scale in ("temperature-celsius", "temperature-fahrenheit")
    ]
    # what both have is the word for degrees
    return tuple(sorted({word[:_SCALE] for word in words[0] ^ words[1] if len(word) >= _SCALE}))

"""Marks that Apertium puts on words it does not know (*), cannot generate (#) or has no translation for (@)."""

from __future__ import annotations

import regex

_MARK = regex.compile(r"[*@#](?=\w)")


def strip_marks(text: str) -> str:
    """The text without them."""
    return str(_MARK.sub("", text)).strip()


def unknown_share(text: str) -> float:
    """Share of the words that carry one, 0-1."""
    words = text.split()
    return sum(bool(_MARK.search(word)) for word in words) / len(words) if words else 0.0

"""Blanks what is no prose (links, addresses, code, placeholders) with a filler of equal length."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from tqcheck.model import Mark

FILLER = "\ufffc"
"""Object replacement character: no letter, no digit, no space."""


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:https?|ftp)://[^\s<>\"'«»“”]++"
        r"|\bwww\.[^\s<>\"'«»“”]++"
        r"|[\p{L}\p{N}._%+-]{1,64}+@[\p{L}\p{N}-]{1,64}+(?:\.[\p{L}\p{N}-]{1,64}+){1,8}+"
        r"|(?<![\p{L}\p{N}.])[a-z0-9-]{1,63}+(?:\.[a-z0-9-]{1,63}+){0,4}+\.(?:com|org|net|io|gov|edu|info|eu|uk|de|fr|ru|rs|me|hr|ba|it|es|pl|cz)(?![\p{L}\p{N}])(?:/[^\s<>\"'«»“”]*+)?+"
        r"|\{\{?[\w.,:\s-]{0,60}\}\}?|%(?:\(\w{1,40}\))?[sdif](?![\p{L}])|\$\{[^{}\s]{1,60}\}"
        r"|`[^`\n]{1,400}`"
    )


@lru_cache(maxsize=8192)
def _blank(text: str) -> str:
    return str(_pattern().sub(lambda match: FILLER * len(match[0]), text))


def blank(text: str, marks: Iterable[Mark] = ()) -> str:
    """The text with addresses, links, placeholders and code replaced by `FILLER`, same length."""
    hidden = _blank(text)
    for mark in marks:
        if mark.kind in ("code", "placeholder", "tag"):
            hidden = hidden[: mark.start] + FILLER * (mark.end - mark.start) + hidden[mark.end :]
    return hidden

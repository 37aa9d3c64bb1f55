"""Language codes: which mean one language, which mean close ones."""

from __future__ import annotations

SAME_LANGUAGE = (
    ("sr", "hr", "bs", "cnr", "sh", "me"),
    ("no", "nb", "nn"),
    ("tl", "fil"),
    ("he", "iw"),
    ("id", "in"),
    ("ro", "mo"),
    ("yi", "ji"),
)
"""Codes that count as one language when texts are matched, and that one model serves; the first of each is the one asked about.

Malay and Indonesian are no such pair: too many false friends."""

_CLOSE = (
    frozenset({"no", "da", "sv"}),
    frozenset({"no", "is", "fo"}),
    frozenset({"cs", "sk"}),
    frozenset({"sr", "sl", "mk"}),
    frozenset({"bg", "mk"}),
    frozenset({"ru", "be", "uk"}),
    frozenset({"es", "gl", "pt", "ca", "oc"}),
    frozenset({"nl", "af"}),
    frozenset({"de", "lb"}),
    frozenset({"id", "ms"}),
    frozenset({"hi", "mr", "ne", "sa"}),
    frozenset({"kk", "ky", "tt", "ba"}),
    frozenset({"tr", "az"}),
    frozenset({"bn", "as"}),
)

ONE_LANGUAGE = {code: group[0] for group in SAME_LANGUAGE for code in group}
"""Code -> the code of its group that data and statistics are kept under."""


def primary(language: str) -> str:
    """The first subtag in lower case: "pt-BR" -> "pt"."""
    return language.replace("_", "-").partition("-")[0].lower()


def same_language(first: str, second: str) -> bool:
    """Whether two codes mean one language for matching: regions and scripts aside, Serbian, Croatian, Bosnian and Montenegrin as one."""
    one, other = primary(first), primary(second)
    return bool(one) and ONE_LANGUAGE.get(one, one) == ONE_LANGUAGE.get(other, other)


def related(first: str, second: str) -> bool:
    """Whether two languages are so close that a sentence of one may pass for the other."""
    one, other = (ONE_LANGUAGE.get(code, code) for code in (primary(first), primary(second)))
    return any(one in group and other in group for group in _CLOSE)

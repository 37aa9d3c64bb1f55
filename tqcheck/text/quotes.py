"""Quotation marks of a text: quotations by style, marks without a partner; apostrophes, inches and primes are none."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_CLOSERS: dict[str, str] = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "‘": "’",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
    "”": "”“",
    "״": "״",
}
_MARKS = frozenset("".join(_CLOSERS) + "".join(_CLOSERS.values()))
_DEEPEST = 12
"""Open marks that a closing one may reach back over."""
_SINGLE = frozenset("‘’‚‹›'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: offsets with both marks, the two marks as `style`, and its depth (0 = outer)."""

    start: int
    end: int
    style: str
    depth: int


@dataclass(frozen=True, slots=True)
class QuoteScan:
    """All quotations of a text in order of their start, and offsets of marks that have no partner."""

    quotations: tuple[Quotation, ...]
    unpaired: tuple[int, ...]


def accepted_styles(language: str) -> frozenset[str]:
    """Outer styles that the language's typography knows (straight marks included); empty for a language without a table."""
    styles = table("quotes")["outer"].get(primary(language))
    return frozenset([*styles, '""', "''"]) if styles else frozenset()


def scan_quotes(text: str) -> QuoteScan:
    """Pair the marks of one paragraph: the nearest open mark that the new one can close, else a new opening."""
    found: list[Quotation] = []
    open_marks: list[int] = []
    stray: list[int] = []
    for offset, char in enumerate(text):
        if char not in _MARKS or _is_no_quote(text, offset, char, open_marks):
            continue
        partner = _partner(text, offset, open_marks)
        if partner is not None:
            depth = bisect_left(open_marks, partner)
            stray += open_marks[depth + 1 :]
            del open_marks[depth:]
            found.append(Quotation(partner, offset + 1, text[partner] + char, depth))
        elif char in _CLOSERS and _may_open(text, offset):
            open_marks.append(offset)
        elif char not in "’'":
            stray.append(offset)
    unpaired = [offset for offset in [*stray, *open_marks] if text[offset] not in _SINGLE]
    return QuoteScan(tuple(sorted(found, key=lambda item: item.start)), tuple(sorted(unpaired)))


def _is_no_quote(text: str, offset: int, char: str, open_marks: list[int]) -> bool:
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if char in "’‘'״":
        if before.isalpha() and after.isalnum():
            return True
        return char == "’" and not any(text[mark] in "‘‚" for mark in open_marks[-_DEEPEST:])
    if char == '"':
        inches = before.isdigit() and not any(text[mark] in '"„“”' for mark in open_marks[-_DEEPEST:])
        return inches or ("\u0590" <= before <= "\u05ff" and "\u0590" <= after <= "\u05ff")
    return False


def _partner(text: str, offset: int, open_marks: list[int]) -> int | None:
    char = text[offset]
    after = text[offset + 1 : offset + 2]
    before = text[offset - 1 : offset]
    for mark in reversed(open_marks[-_DEEPEST:]):
        if char not in _CLOSERS[text[mark]] or mark == offset - 1:
            continue
        if char in _CLOSERS and after.isalnum() and (not before or before.isspace()) and char != '"':
            return None
        if char == '"' and before.isspace() and after.isalnum() and char == text[mark]:
            return None
        return mark
    return None


def _may_open(text: str, offset: int) -> bool:
    """Whether a mark at this place can begin a quotation: something that is no space follows it."""
    after = text[offset + 1 : offset + 2]
    char = text[offset]
    if char in "«„“‚‘‹「『":
        return bool(after)
    before = text[offset - 1 : offset]
    return bool(after) and not after.isspace() and (not before or not before.isalnum())

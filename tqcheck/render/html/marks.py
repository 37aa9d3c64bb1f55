"""Article text as HTML: escaped, with the spans of findings as links, and with every dangerous character spelled out.

Offsets that leave Python for the browser count UTF-16 code units there; `utf16` converts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import category, name

from markupsafe import Markup, escape

from tqcheck.render.words import SEVERITIES, control_name

_UNSAFE = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
_STAND_IN = "·"
"""Takes the one place of a spelled-out character, so that offsets still hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A range of a text (code points) that belongs to a finding; `anchor` is the id of its card, `role` as in the contract."""

    start: int
    end: int
    anchor: str
    severity: str
    role: str
    label: str


def mark(text: str, highlights: Sequence[Highlight], differences: Iterable[Sequence[int]] = ()) -> Markup:
    """The text with its highlights; where several overlap, the worst decides the look and the link, all are named."""
    differing = sorted((start, end) for start, end in differences)
    edges = {0, len(text)} | {edge for item in highlights for edge in (item.start, item.end)}
    edges |= {edge for pair in differing for edge in pair}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    parts = [_gaps(highlights, 0), _missing(differing, 0)]
    for start, end in pairwise(cuts):
        covering = [item for item in highlights if item.start <= start and end <= item.end and item.start < item.end]
        different = any(low <= start and end <= high for low, high in differing)
        parts += [
            _piece(text[start:end], covering, different=different),
            _gaps(highlights, end),
            _missing(differing, end),
        ]
    return Markup("").join(parts)


def show(text: str, *, invisible: bool = False) -> Markup:
    """Escaped text; control and bidirectional characters, and with `invisible` every format character, are spelled out."""
    if text.isprintable() and not invisible and not _UNSAFE & set(text):
        return escape(text)
    return Markup("").join(_character(character, invisible=invisible) for character in text)


def utf16(text: str) -> Sequence[int]:
    """UTF-16 offset of each code-point offset, 0 to len(text) included."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + (2 if ord(character) > 0xFFFF else 1))
    return offsets


def _piece(text: str, covering: Sequence[Highlight], *, different: bool) -> Markup:
    shown = show(text, invisible=bool(covering) and not any(_visible(character) for character in text))
    if different:
        shown = Markup('<span class="diff">{}</span>').format(shown)
    if not covering:
        return shown
    worst = min(covering, key=_rank)
    return Markup('<a class="mark {} {}" href="#{}" data-f="{}" title="{}">{}</a>').format(
        worst.severity, worst.role, worst.anchor, _anchors(covering), _labels(covering), shown
    )


def _gaps(highlights: Sequence[Highlight], at: int) -> Markup:
    here = [item for item in highlights if item.start == item.end == at]
    if not here:
        return Markup("")
    worst, labels = min(here, key=_rank), _labels(here)
    return Markup('<a class="mark gap {} {}" href="#{}" data-f="{}" title="{}" aria-label="gap: {}"></a>').format(
        worst.severity, worst.role, worst.anchor, _anchors(here), labels, labels
    )


def _missing(differing: Sequence[tuple[int, int]], at: int) -> Markup:
    """A tick where words of the other text have no counterpart here."""
    return Markup('<span class="diff missing"></span>') if (at, at) in differing else Markup("")


def _rank(item: Highlight) -> tuple[int, int, str]:
    return (("span", "source", "related").index(item.role), SEVERITIES.index(item.severity), item.anchor)


def _anchors(items: Iterable[Highlight]) -> str:
    return " ".join(dict.fromkeys(item.anchor for item in items))


def _labels(items: Iterable[Highlight]) -> Markup:
    return Markup("; ").join(dict.fromkeys(show_plain(item.label) for item in items))


def show_plain(text: str) -> Markup:
    """For attributes, where no element fits: dangerous characters become their code."""
    if text.isprintable():
        return escape(text)
    return escape("".join(f"<{control_name(c)}>" if _dangerous(c) else c for c in text))


def _character(character: str, *, invisible: bool) -> Markup:
    if not (_dangerous(character) or (invisible and not _visible(character))):
        return escape(character)
    title = name(character, control_name(character))
    return Markup('<span class="control" data-code="{}" title="{}">{}</span>').format(
        control_name(character), title, _STAND_IN
    )


def _dangerous(character: str) -> bool:
    if character in "\t\n\r":
        return False
    return character in _UNSAFE or category(character) in ("Cc", "Cs", "Co", "Cn")


def _visible(character: str) -> bool:
    return category(character) not in ("Cf", "Cc")

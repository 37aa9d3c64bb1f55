"""Where the address of a link stands in the file, which a reader of the page does not see."""

from __future__ import annotations

from html import escape

from tqcheck.model import Document, Run, Segment
from tqcheck.text.links import Address

_BEHIND = 4
"""Characters between a Markdown link's text and its address: `](<`."""
_BEFORE = 400
"""Characters of an HTML tag in which the address may stand before the link's text."""


def with_address(document: Document, segment: Segment, address: Address) -> Segment | None:
    """A piece of the file from the link's text to its address, or the other way round; None where the text is the address."""
    place = segment.locate(address.start, address.end)
    written = address.target, escape(address.target)
    for target in written:
        at = document.text.find(target, place.end, place.end + _BEHIND + len(target))
        if at >= 0:
            return _piece(document, segment, place.start, at + len(target))
    for target in written:
        at = document.text.rfind(target, max(0, place.start - _BEFORE), place.start)
        if at >= 0 and ">" not in document.text[at : place.start].rstrip().removesuffix(">"):
            return _piece(document, segment, at, place.end)
    return None


def _piece(document: Document, segment: Segment, start: int, end: int) -> Segment:
    text = document.text[start:end]
    return Segment(text=text, runs=(Run(0, len(text), start, len(text)),), kind=segment.kind, block=segment.block)

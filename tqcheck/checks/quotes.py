"""Quotation marks: one style in a document, and one that the language knows (TQ302)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.model import PROSE, Article, Hit, Kind, Place, Segment
from tqcheck.registry import Context, check
from tqcheck.text.masks import blank
from tqcheck.text.quotes import Quotation, accepted_styles, scan_quotes

_KINDS = PROSE | {Kind.CAPTION}
_Found = tuple[Segment, Quotation]


@check(
    "TQ302", "quote-style", category="locale-convention/quotation", severity="minor", scope="document", confidence=0.9
)
def quote_style(article: Article, context: Context) -> Iterator[Hit]:
    """Outer quotations stand in marks of two styles, or in marks that the language does not use; said once, with all places.

    Why: marks left over from the source („…“ in English) and a mixture of straight and curly ones show at a glance that nobody
    read the text.

    Bad: "Yes," he said. “No,” she said. – two styles in one article. „Yes“ in English.

    Good: “Yes,” he said. “He told me ‘no’ twice.” – inner quotations have their own style.

    Limits: straight marks are accepted as the only style of any language; each language has a set of accepted styles, not one.
    """
    found = _outer_quotations(article, accepted_styles(context.target_language))
    counts = Counter(_family(quotation.style, context.target_language) for _, quotation in found)
    if not counts:
        return
    accepted = accepted_styles(context.target_language)
    main = max(counts, key=lambda style: (counts[style], style in accepted, style))
    odd = [item for item in found if _family(item[1].style, context.target_language) != main]
    if odd:
        yield _hit(
            odd, main, f"Quotations stand in {main[0]}…{main[-1]} elsewhere in this text, here in {_shown(odd)}.", 0.9
        )
    elif accepted and main not in accepted:
        yield _hit(found, sorted(accepted)[-1], f"{_shown(found)} are not quotation marks of this language.", 0.85)


def _outer_quotations(article: Article, accepted: frozenset[str]) -> list[_Found]:
    found: list[_Found] = []
    for block in article.translation.blocks:
        if block.kind not in _KINDS:
            continue
        scan = scan_quotes(blank(block.text, block.marks))
        found += [
            (block, quotation)
            for quotation in scan.quotations
            if quotation.depth == 0 and _is_outer(quotation) and not _goes_on(quotation, accepted)
        ]
    return found


def _goes_on(quotation: Quotation, accepted: frozenset[str]) -> bool:
    """A closing mark at the head of a paragraph goes on with the quotation of the one before (Spanish, French)."""
    return quotation.start == 0 and quotation.style in ("””", "»»") and quotation.style not in accepted


def _is_outer(quotation: Quotation) -> bool:
    """Single marks and title marks live beside the outer style: they are terms, glosses and titles."""
    return quotation.style[0] not in "‘‚‹›《〈『״" and quotation.end - quotation.start > 3


def _family(style: str, language: str) -> str:
    """Styles that differ only in a mark that fonts and keyboards confuse count as one."""
    return {"”“": "””", "„”": "„“"}.get(style, style) if language.split("-")[0] not in ("pl", "ro", "hu") else style


def _shown(items: list[_Found]) -> str:
    style = items[0][1].style
    return f"{style[0]}…{style[-1]}"


def _hit(items: list[_Found], main: str, message: str, confidence: float) -> Hit:
    (segment, first), *others = items
    return Hit(
        start=first.start,
        end=first.end,
        message=message,
        segment=segment,
        confidence=confidence,
        fix=main[0] + segment.text[first.start + 1 : first.end - 1] + main[-1],
        related=tuple(_place(block, quotation) for block, quotation in others),
    )


def _place(block: Segment, quotation: Quotation) -> Place:
    return Place(
        block.locate(quotation.start, quotation.end), block.text[quotation.start : quotation.end], "the same marks"
    )

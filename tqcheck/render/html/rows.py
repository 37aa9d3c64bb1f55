"""A pair of segments as one row of the report: aligned texts with highlights, differences, word links and quality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tqcheck.render.html.cards import Card
from tqcheck.render.html.languages import Language, language
from tqcheck.render.html.marks import Highlight, mark, show, utf16
from tqcheck.render.html.words import NOTHING, Pairs, gloss_of, returned_words
from tqcheck.render.payload import DocumentPayload, SegmentPayload

_QUIET = {"boilerplate": "page furniture, not judged", "code": "code, not judged", "caption": "caption"}


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a row: HTML in its language; `label` where it is something else than its column's name."""

    html: Markup
    language: Language
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment of the report.

    `links` are "s0 s1 t0 t1" ranges of source and translation joined by commas, UTF-16; `other_links` likewise of the column
    named by `other_side` and the third column.
    """

    anchor: str
    segment: SegmentPayload
    note: str
    continues: bool
    source: Text | None
    translation: Text | None
    third: Text | None
    gloss: Text | None
    links: str
    other_side: str
    other_links: str
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns a document has, and their headings; None = no such column."""

    source: str | None
    translation: str
    third: str | None


def columns_of(document: DocumentPayload) -> Columns:
    """Three columns where there is something to show in them."""
    source = language(document["source_language"]).name
    segments = document["segments"]
    backs = sorted({segment.get("back_language", "") for segment in segments if segment["back_translation"]})
    third = None
    if backs:
        through = language(backs[0]).name
        third = (
            f"Back-translation · {through}"
            if document["source_path"] or _paired(segments)
            else f"Round trip · {through}"
        )
    elif any(segment["links"] for segment in segments):
        third = f"Word gloss · {source}"
    has_source = bool(document["source_path"]) or _paired(segments)
    return Columns(
        f"Source · {source}" if has_source else None, f"Translation · {language(document['language']).name}", third
    )


def _paired(segments: Iterable[SegmentPayload]) -> bool:
    return any(segment["source"] is not None for segment in segments)


def row(
    document: DocumentPayload,
    number: int,
    segment: SegmentPayload,
    highlights: Sequence[tuple[str, Highlight]],
    cards: Sequence[Card],
    *,
    continues: bool = False,
) -> Row:
    """The row of one segment of document `number`; highlights are (side, range); `continues` the paragraph of the row before."""
    target, source = language(document["language"]), language(document["source_language"])
    ours = [item for side, item in highlights if side == "translation"]
    theirs = [item for side, item in highlights if side == "source"]
    third, side, pairs = _third(document, segment)
    links = [(s0, s1, t0, t1) for (s0, s1), (t0, t1) in segment["links"]]
    compared = segment["source"] if side == "source" else segment["text"]
    shown = third[1] if third else ""
    return Row(
        anchor=f"s{number}-{segment['id']}",
        segment=segment,
        note=_QUIET.get(segment["kind"], ""),
        continues=continues,
        source=None if segment["source"] is None else Text(mark(segment["source"], theirs), source),
        translation=None if segment["text"] is None else Text(mark(segment["text"], ours), target),
        third=third[0] if third else None,
        gloss=_gloss(segment),
        links=_encode(links, segment["source"] or "", segment["text"] or ""),
        other_side=side,
        other_links=_encode(pairs, compared or "", shown),
        cards=cards,
    )


def _third(document: DocumentPayload, segment: SegmentPayload) -> tuple[tuple[Text, str] | None, str, Pairs]:
    """The third column with its plain text, the side it is compared with, and the word pairs between the two."""
    source = language(document["source_language"])
    back = segment["back_translation"]
    if back is not None:
        spoken = language(segment.get("back_language"))
        label = "word for word" if segment.get("back_is_gloss") else ""
        side, compared = (
            ("source", segment["source"]) if segment["source"] is not None else ("translation", segment["text"])
        )
        comparable = compared is not None and (side == "source" or spoken.tag == language(document["language"]).tag)
        pairs = returned_words(back, compared or "", segment["differences"]) if comparable else []
        html = mark(back, (), [here for here, _ in segment["differences"]])
        return (Text(html, spoken, label), back), side, pairs
    if segment["source"] and segment["text"] and segment["links"]:
        gloss = gloss_of(segment["source"], segment["text"], segment["links"])
        shown = show(gloss.text).replace(
            NOTHING, Markup('<span class="nothing" title="no word of the source">∅</span>')
        )
        return (Text(Markup(shown), source, "word gloss"), gloss.text), "translation", gloss.pairs
    return None, "translation", []


def _gloss(segment: SegmentPayload) -> Text | None:
    text = segment.get("gloss")
    return Text(show(text), language(segment.get("gloss_language")), "gloss") if text else None


def _encode(pairs: Pairs, left: str, right: str) -> str:
    here, there = utf16(left), utf16(right)
    return ",".join(
        f"{here[a]} {here[b]} {there[c]} {there[d]}" for a, b, c, d in pairs if b < len(here) and d < len(there)
    )

"""A pair of segments as one row of the report: aligned texts with highlights, differences, word links and quality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.render.html.cards import Card
from tqcheck.render.html.columns import Columns
from tqcheck.render.html.companion import Text, companion
from tqcheck.render.html.languages import language
from tqcheck.render.html.marks import Highlight, mark, show, utf16
from tqcheck.render.html.words import Pairs
from tqcheck.render.payload import DocumentPayload, SegmentPayload

_QUIET = {"boilerplate": "page furniture, not judged", "code": "code, not judged", "caption": "caption"}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The other place of a restatement: its text with the words in question, and where it stands."""

    text: Text
    line: int
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment of the report.

    `links` are "s0 s1 t0 t1" ranges of source and translation joined by commas, UTF-16; `other_links` likewise of the column
    named by `other_side` and the third column. `continues` = same paragraph as the row before; `place` = the line, or the row
    of a bitext, unless it repeats.
    """

    anchor: str
    segment: SegmentPayload
    note: str
    continues: bool
    place: int | None
    source: Text | None
    translation: Text | None
    elsewhere: Sequence[Elsewhere]
    third: Text | None
    gloss: Text | None
    links: str
    other_side: str
    other_links: str
    cards: Sequence[Card]


class RowBuilder:
    """Makes the rows of one document; `highlights` are (side, range) by segment, `cards` by segment."""

    def __init__(
        self,
        document: DocumentPayload,
        number: int,
        columns: Columns,
        highlights: dict[int, list[tuple[str, Highlight]]],
        cards: dict[int | None, list[Card]],
    ) -> None:
        self._document = document
        self._number = number
        self._columns = columns
        self._highlights = highlights
        self._cards = cards
        self._target = language(document["language"])
        self._source = language(document["source_language"])

    def rows(self) -> list[Row]:
        """All rows in reading order."""
        rows, block, line = list[Row](), -1, -1
        for segment in self._document["segments"]:
            continues = segment.get("block", -2) == block and not rows[-1].cards
            block = segment.get("block", -1)
            place = segment.get("row") or segment["line"]
            rows.append(self._row(segment, None if continues and place == line else place, continues=continues))
            line = place
        return rows

    def _row(self, segment: SegmentPayload, place: int | None, *, continues: bool) -> Row:
        source, text, number = segment["source"], segment["text"], segment["id"]
        third = companion(self._document, segment, self._columns.kind)
        links = [(s0, s1, t0, t1) for (s0, s1), (t0, t1) in segment["links"]]
        cards = self._cards.get(number, [])
        compared = source if third and third.side == "source" else text
        return Row(
            anchor=f"s{self._number}-{number}",
            segment=segment,
            note=_QUIET.get(segment["kind"], ""),
            continues=continues,
            place=place,
            source=None if source is None else Text(mark(source, self._of(number, "source")), self._source),
            translation=None if text is None else Text(mark(text, self._of(number, "translation")), self._target),
            elsewhere=self._elsewhere(cards) if self._columns.elsewhere else (),
            third=third.text if third else None,
            gloss=self._gloss(segment),
            links=_encode(links, source or "", text or ""),
            other_side=third.side if third else "",
            other_links=_encode(third.pairs, compared or "", third.plain) if third else "",
            cards=cards,
        )

    def _of(self, number: int, side: str) -> list[Highlight]:
        return [item for place, item in self._highlights.get(number, ()) if place == side]

    def _elsewhere(self, cards: Sequence[Card]) -> list[Elsewhere]:
        places = dict.fromkeys(
            place["segment"]
            for card in cards
            for place in card.finding["highlights"]
            if place["role"] == "related" and place["segment"] != card.finding["segment"]
        )
        anchors = {card.anchor for card in cards}
        return [self._other_place(number, anchors) for number in places]

    def _other_place(self, number: int, anchors: set[str]) -> Elsewhere:
        segment = self._document["segments"][number]
        marks = [item for item in self._of(number, "translation") if item.anchor in anchors and item.role == "related"]
        text = Text(mark(segment["text"] or "", marks), self._target)
        return Elsewhere(text, segment["line"], f"s{self._number}-{number}")

    def _gloss(self, segment: SegmentPayload) -> Text | None:
        text = segment.get("gloss")
        if not text or self._columns.kind == "gloss":
            return None
        return Text(show(text), language(segment.get("gloss_language")), "gloss")


def _encode(pairs: Pairs, left: str, right: str) -> str:
    here, there = utf16(left), utf16(right)
    return ",".join(
        f"{here[a]} {here[b]} {there[c]} {there[d]}" for a, b, c, d in pairs if b < len(here) and d < len(there)
    )

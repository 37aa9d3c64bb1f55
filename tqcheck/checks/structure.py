"""TQ204: headings, lists, tables, images, code, footnotes and front matter that one side has and the other lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.model import Article, Hit, Kind, Pair, Segment
from tqcheck.registry import Context, check

_NAMES = {
    Kind.LIST: ("list item", "list items"),
    Kind.TABLE: ("table cell", "table cells"),
    Kind.CODE: ("code block", "code blocks"),
    "image": ("image", "images"),
    "footnote": ("footnote", "footnotes"),
}
_MARKS = ("image", "footnote")


@dataclass
class _Section:
    """What stands between two headings that both sides have: the segment it begins with, and how often each element occurs."""

    first: Segment
    source: Counter[str] = field(default_factory=Counter)
    target: Counter[str] = field(default_factory=Counter)


@check(
    "TQ204",
    "structure-mismatch",
    category="design/markup",
    severity="minor",
    scope="document",
    needs=("similarity",),
    silenced_by=("TQ203",),
    confidence=0.85,
)
def structure_mismatch(article: Article, context: Context) -> Iterator[Hit]:
    """A heading, list item, table, image, code block, footnote or front-matter key stands on one side only.

    Why: structure that went missing took its content with it, and pages of one site should look alike.

    Bad: six steps in the source, five in the translation.

    Good: headings that say something else than the source's; a paragraph cut in two.

    Limits: counted section by section, where sections are headings that both sides have; plain text shows little structure.
    """
    if article.source is None or not any(pair.source and pair.target for pair in article.pairs):
        return
    yield from _headings(article.pairs)
    for section in _sections(article.pairs):
        yield from _compare(section)
    yield from _front_matter(article)


def _headings(pairs: Sequence[Pair]) -> Iterator[Hit]:
    """Headings without a partner; the place of a lost one is the sentence that follows it."""
    for place, pair in enumerate(pairs):
        if pair.source is not None and pair.target is None and pair.source.kind is Kind.HEADING:
            after = next((one.target for one in pairs[place:] if one.target is not None), None)
            last = next((one.target for one in reversed(pairs) if one.target is not None), None)
            segment = after or last
            at = 0 if after else len(last.text) if last else 0
            message = f"The heading “{pair.source.text}” of the source is missing."
            yield Hit(start=at, end=at, segment=segment, message=message, evidence=(("source", pair.source.text),))
        if pair.target is not None and pair.source is None and pair.target.kind is Kind.HEADING:
            message = "The source has no such heading."
            yield Hit(start=0, end=len(pair.target.text), segment=pair.target, message=message)


def _sections(pairs: Sequence[Pair]) -> list[_Section]:
    sections = list[_Section]()
    for pair in pairs:
        both = pair.source is not None and pair.target is not None
        if pair.target is not None and (not sections or (both and pair.target.kind is Kind.HEADING)):
            sections.append(_Section(pair.target))
        if sections:
            sections[-1].source.update(_elements(pair.source))
            sections[-1].target.update(_elements(pair.target))
    return sections


def _elements(segment: Segment | None) -> Iterator[str]:
    if segment is None:
        return
    if segment.kind in (Kind.LIST, Kind.TABLE, Kind.CODE):
        yield f"{segment.kind}\t{segment.block}"
    for mark in segment.marks:
        if mark.kind in _MARKS:
            yield f"{mark.kind}\t{segment.block}:{mark.start}:{mark.value}"


def _compare(section: _Section) -> Iterator[Hit]:
    source, target = (Counter(name.split("\t")[0] for name in side) for side in (section.source, section.target))
    for kind, (one, many) in _NAMES.items():
        here, there = target[str(kind)], source[str(kind)]
        if here == there:
            continue
        name = one if there == 1 else many
        where = "in this section" if section.first.kind is Kind.HEADING else "in this part"
        yield Hit(
            start=0,
            end=len(section.first.text),
            segment=section.first,
            message=f"{here or 'No'} {many if here != 1 else one} {where}, {there or 'no'} {name} in the source.",
            evidence=(("expected", f"{there} {name}"),),
        )


def _front_matter(article: Article) -> Iterator[Hit]:
    """Front-matter keys of one side; judged only where both sides have front matter."""
    source = article.source.metadata if article.source else ()
    ours, theirs = {key for key, _, _ in source}, {key for key, _, _ in article.translation.metadata}
    if not ours or not theirs:
        return
    differences = [(ours - theirs, "lacks the {} of the source"), (theirs - ours, "has the {}, which the source lacks")]
    said = [what.format(_keys(keys)) for keys, what in differences if keys]
    if said:
        yield Hit(start=0, end=0, message=f"The front matter {' and '.join(said)}.", severity="neutral")


def _keys(keys: set[str]) -> str:
    return f"key{'s' * (len(keys) > 1)} " + ", ".join(f"“{key}”" for key in sorted(keys))

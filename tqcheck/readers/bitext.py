"""Pairs that are aligned already: one record of a file becomes one block and its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tqcheck.errors import ReadError
from tqcheck.model import Document, Run, Segment
from tqcheck.readers.build import Builder
from tqcheck.readers.links import mark_links

SOURCE_NAMES = ("source", "src", "source_text", "source_segment", "original", "input")
"""Names of the source column or field, most usual first; compared in lower case."""

TARGET_NAMES = ("translation", "target", "tgt", "mt", "target_text", "target_segment", "hypothesis", "hyp", "output")
"""Names of the translation's column or field."""

SOURCE_LANGUAGE_NAMES = ("source_lang", "source_language", "src_lang", "from", "lang_src", "srclang")
TARGET_LANGUAGE_NAMES = ("target_lang", "target_language", "tgt_lang", "to", "lang_tgt", "trglang")


@dataclass(frozen=True, slots=True)
class Record:
    """One pair; a side that is empty has the text "" and the place where it would stand."""

    source: Segment
    target: Segment
    languages: tuple[str, str] = ("", "")


def bitext(path: str, text: str, format_name: str, records: Iterable[Record]) -> Document:
    """The document of a bitext file: blocks are translations, `sources` parallel to them (None where the source is empty).

    A record without translation stays a block, with empty text, so that rows stay rows and the omission can be reported there.

    Raises:
        ReadError: no record with text.
    """
    kept = [record for record in records if record.source.text or record.target.text]
    if not kept:
        raise ReadError(f"{path}: holds no pair; each record needs a source and a translation")
    languages = {record.languages for record in kept}
    return Document(
        path=path,
        text=text,
        blocks=tuple(record.target for record in kept),
        format=format_name,
        sources=tuple(record.source if record.source.text else None for record in kept),
        languages=languages.pop() if len(languages) == 1 else ("", ""),
    )


def finish(builder: Builder, row: int, column: str, at: int) -> Segment:
    """The segment of one cell; an empty cell gives an empty segment that stands at file offset `at`."""
    mark_links(builder)
    segment = builder.finish(row=row, column=column)
    return segment or Segment(text="", runs=(Run(0, 0, at, 0),), row=row, column=column)


def index_of(names: Sequence[str], known: Sequence[str]) -> int | None:
    """Index of the name that stands first in `known`, in lower case; None where there is none."""
    lower = [name.strip().lower() for name in names]
    return next((lower.index(name) for name in known if name in lower), None)

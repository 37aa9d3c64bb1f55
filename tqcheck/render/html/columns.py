"""Which columns a document has, and what each is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tqcheck.render.html.languages import language
from tqcheck.render.payload import DocumentPayload

Third = Literal["back-translation", "round trip", "word gloss", "gloss"]
"""What the third column shows: a translation of the translation, or failing that an aid made from the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Headings; None = no such column. `elsewhere` (the other place of a restatement) stands where there is no source."""

    source: str | None
    translation: str
    elsewhere: str | None
    third: str | None
    kind: Third | None

    @property
    def count(self) -> int:
        """Number of columns with text."""
        return sum(heading is not None for heading in (self.source, self.translation, self.elsewhere, self.third))


def columns_of(document: DocumentPayload) -> Columns:
    """A column for every side that has something to show."""
    target, source = language(document["language"]).name, language(document["source_language"]).name
    has_source = any(segment["source"] is not None for segment in document["segments"])
    related = any(finding["related"] for finding in document["findings"])
    kind, spoken = _third(document, paired=has_source)
    return Columns(
        source=f"Source · {source}" if has_source else None,
        translation=f"Translation · {target}",
        elsewhere="Elsewhere in the article" if related and not has_source else None,
        third=_heading(kind, spoken) if kind else None,
        kind=kind,
    )


def _heading(kind: Third, spoken: str) -> str:
    return "Round trip · a reading aid, never evidence" if kind == "round trip" else f"{kind.capitalize()} · {spoken}"


def _third(document: DocumentPayload, *, paired: bool) -> tuple[Third | None, str]:
    segments = document["segments"]
    for segment in segments:
        if segment["back_translation"]:
            return "back-translation" if paired else "round trip", language(segment.get("back_language")).name
    if any(segment["links"] for segment in segments):
        return "word gloss", language(document["source_language"]).name
    for segment in segments:
        if segment.get("gloss"):
            return "gloss", language(segment.get("gloss_language")).name
    return None, ""

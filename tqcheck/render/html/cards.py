"""A finding as its card shows it: every text with its language and direction, confidence in words, the fix as a change."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tqcheck.render.html.languages import Language, language
from tqcheck.render.html.marks import show
from tqcheck.render.payload import DocumentPayload, FindingPayload
from tqcheck.render.words import confidence_words

_EVIDENCE = {
    "source": "Source",
    "back_translation": "Back-translation",
    "other": "Elsewhere",
    "gloss": "Gloss",
    "forward": "Machine translation of the source",
    "expected": "Expected",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of evidence: what it is, what it says, in which language."""

    label: str
    text: Markup
    language: Language


@dataclass(frozen=True, slots=True)
class Related:
    """Another place of the article: its line, its text, the segment it lies in (None = nowhere shown)."""

    line: int
    text: Markup
    message: str
    segment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A finding, ready for the template; `order` is its place in the reading order of the whole report."""

    anchor: str
    order: int
    finding: FindingPayload
    path: str
    location: str
    confidence: str
    percent: int
    quoted: Markup
    message: Markup
    evidence: tuple[Evidence, ...]
    related: tuple[Related, ...]
    fix: Markup | None
    segment: str | None
    documented: bool
    stops: bool
    target: Language


def card(
    document: DocumentPayload,
    number: int,
    finding: FindingPayload,
    anchor: str,
    order: int,
    *,
    documented: bool,
    stops: bool,
) -> Card:
    """The card of one finding of the document with this number."""
    target, source = language(document["language"]), language(document["source_language"])
    span = finding["span"]
    return Card(
        anchor=anchor,
        order=order,
        finding=finding,
        path=document["path"],
        location=f"{document['path']}:{span['line']}:{span['column']}",
        confidence=confidence_words(finding["confidence"]),
        percent=round(100 * finding["confidence"]),
        quoted=_quoted(finding),
        message=show(finding["message"]),
        evidence=tuple(
            Evidence(
                _EVIDENCE.get(name, name.replace("_", " ").capitalize()), show(text), _spoken(name, source, target)
            )
            for name, text in finding["evidence"].items()
            if not any(text == place["text"] for place in finding["related"])
        ),
        related=tuple(_related(finding, number)),
        fix=None if finding["fix"] is None else show(finding["fix"], invisible=True),
        segment=None if finding["segment"] is None else f"s{number}-{finding['segment']}",
        documented=documented,
        stops=stops,
        target=target,
    )


def _quoted(finding: FindingPayload) -> Markup:
    span, source = finding["span"], finding["source_span"]
    text = span["text"] or (source["text"] if source else "")
    return show(text if len(text) <= 90 else text[:88].rstrip() + "…", invisible=not text.strip())


def _spoken(name: str, source: Language, target: Language) -> Language:
    if name in ("source", "back_translation"):
        return source
    return target if name in ("other", "forward", "gloss") else language(None)


def _related(finding: FindingPayload, number: int) -> list[Related]:
    shown = [mark["segment"] for mark in finding["highlights"] if mark["role"] == "related"]
    return [
        Related(
            place["line"],
            show(place["text"]),
            place.get("message", ""),
            f"s{number}-{shown[index]}" if index < len(shown) else None,
        )
        for index, place in enumerate(finding["related"])
    ]

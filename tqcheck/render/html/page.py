"""Everything the template draws, worked out from the payload: documents, rows, cards, charts and the data of the script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tqcheck.render.html.cards import Card, card
from tqcheck.render.html.charts import Bar, Cell, heat_strip, score_range, severity_by_category
from tqcheck.render.html.columns import Columns, columns_of
from tqcheck.render.html.languages import Language, language
from tqcheck.render.html.marks import Highlight
from tqcheck.render.html.rows import Row, RowBuilder
from tqcheck.render.payload import DocumentPayload, FindingPayload, ReportPayload, RulePayload
from tqcheck.render.words import list_counts, severity_counts, stops, verdict_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document: `cards` in reading order, `loose` those that belong to no segment; `low`-`high` the range of the score."""

    number: int
    document: DocumentPayload
    language: Language
    source_language: Language
    columns: Columns
    rows: Sequence[Row]
    cards: Sequence[Card]
    loose: Sequence[Card]
    strip: Sequence[Cell]
    counts: dict[str, int]
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """The whole report."""

    payload: ReportPayload
    title: str
    headline: str
    mood: str
    sentence: str
    documents: Sequence[DocumentView]
    cards: Sequence[Card]
    counts: dict[str, int]
    categories: Sequence[Bar]
    codes: dict[str, str]


def page_view(payload: ReportPayload) -> PageView:
    """The view of a report; anchors are the fingerprints' beginnings, made unique."""
    anchors, documents, order = _Anchors(), list[DocumentView](), 0
    rules: dict[str, RulePayload] = payload.get("rules") or {}
    for number, document in enumerate(payload["documents"]):
        cards = []
        for finding, stopped in zip(document["findings"], stops(document, payload), strict=True):
            rule = rules.get(finding["code"])
            documented = rule is not None and bool(rule["documentation"])
            cards.append(
                card(
                    document,
                    number,
                    finding,
                    anchors.of(finding),
                    order,
                    documented=documented,
                    stops=stopped,
                )
            )
            order += 1
        documents.append(_document(number, document, cards))
    cards = [item for view in documents for item in view.cards]
    findings = [item.finding for item in cards]
    counts = severity_counts(findings)
    return PageView(
        payload=payload,
        title=_title(payload),
        headline=headline(payload, counts),
        mood=_mood(payload, counts),
        sentence=verdict_sentence(payload),
        documents=documents,
        cards=cards,
        counts=counts,
        categories=severity_by_category(findings),
        codes={finding["code"]: finding["name"] for finding in sorted(findings, key=lambda finding: finding["code"])},
    )


def headline(payload: ReportPayload, counts: dict[str, int]) -> str:
    """The verdict as an editor would put it."""
    if payload["verdict"] == "fail":
        return "Not ready to publish"
    if payload["verdict"] == "incomplete":
        return "Not fully checked"
    grave = {name: counts[name] for name in ("critical", "major") if counts[name]}
    return f"{list_counts(grave).capitalize()} to look at" if grave else "Nothing found that should stop publication"


def _mood(payload: ReportPayload, counts: dict[str, int]) -> str:
    """The sign beside the headline: a pass that leaves grave findings, because nothing was to fail the run, is no green light."""
    grave = counts["critical"] + counts["major"]
    return "incomplete" if payload["verdict"] == "pass" and grave else payload["verdict"]


def _title(payload: ReportPayload) -> str:
    paths = [document["path"] for document in payload["documents"]]
    return paths[0] if len(paths) == 1 else f"{len(paths)} documents"


def _document(number: int, document: DocumentPayload, cards: Sequence[Card]) -> DocumentView:
    highlights: dict[int, list[tuple[str, Highlight]]] = {}
    by_segment: dict[int | None, list[Card]] = {}
    for item in cards:
        by_segment.setdefault(item.finding["segment"], []).append(item)
        for place in item.finding["highlights"]:
            shown = Highlight(
                start=place["start"],
                end=place["end"],
                anchor=item.anchor,
                severity=item.finding["severity"],
                role=place["role"],
                label=f"{item.finding['code']} {item.finding['name']}: {item.finding['message']}",
            )
            highlights.setdefault(place["segment"], []).append((place["side"], shown))
    columns = columns_of(document)
    low, high = score_range(document)
    return DocumentView(
        number=number,
        document=document,
        language=language(document["language"]),
        source_language=language(document["source_language"]),
        columns=columns,
        rows=RowBuilder(document, number, columns, highlights, by_segment).rows(),
        cards=cards,
        loose=by_segment.get(None, []),
        strip=heat_strip(document),
        counts=severity_counts(item.finding for item in cards),
        low=low,
        high=high,
    )


class _Anchors:
    """Ids of findings in the page: f-<fingerprint>, with -2, -3... where two share one."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, finding: FindingPayload) -> str:
        letters = "".join(c for c in finding["fingerprint"] if c.isascii() and (c.isalnum() or c in "-_"))[:16]
        anchor = f"f-{letters or 'finding'}"
        self._seen[anchor] = self._seen.get(anchor, 0) + 1
        return anchor if self._seen[anchor] == 1 else f"{anchor}-{self._seen[anchor]}"

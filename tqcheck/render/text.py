"""The report for a terminal: place and code, the source line with carets under the span, message, evidence, a summary.

Nothing in an article reaches the terminal as a control sequence: control and bidirectional characters are spelled out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tqcheck.render.payload import ContextPayload, DocumentPayload, FindingPayload, ReportPayload, SpanPayload
from tqcheck.render.words import confidence_words, control_name, verdict_sentence

if TYPE_CHECKING:
    from rich.text import Text

Fragment = tuple[str, str]
"""A piece of a line and its style; the empty style is plain."""

_STYLES = {
    "critical": "bold white on red",
    "major": "bold red",
    "minor": "yellow",
    "neutral": "cyan",
    "pass": "bold green",
    "fail": "bold red",
    "incomplete": "bold yellow",
    "place": "bold",
    "dim": "dim",
    "fix": "green",
}
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
_NAMES = {
    "back_translation": "back-translation",
    "forward": "forward translation",
    "gloss": "gloss",
}


def render(payload: ReportPayload, *, color: bool = False, width: int = 100) -> str:
    """The report as lines of text; `color` adds terminal styles, `width` is the terminal's in cells."""
    lines = list(_report(payload, max(width, 40)))
    if color:
        return _styled(lines)
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _report(payload: ReportPayload, width: int) -> Iterator[list[Fragment]]:
    for document in payload["documents"]:
        yield from _document(document, width)
    for skipped in payload["skipped"]:
        place = visible(skipped["path"])
        yield [(place, "place"), (": ", ""), (skipped["code"], "major"), (f" {visible(skipped['reason'])}", "")]
    for notice in payload["notices"]:
        yield [("note: ", "dim"), (visible(notice["message"]), "")]
    if payload["skipped"] or payload["notices"]:
        yield []
    for document in payload["documents"]:
        yield _score(document)
    yield [(verdict_sentence(payload), payload["verdict"])]


def _document(document: DocumentPayload, width: int) -> Iterator[list[Fragment]]:
    for finding in document["findings"]:
        yield from _finding(document["path"], finding, width)
        yield []
    for notice in document["notices"]:
        yield [(visible(document["path"]), "place"), (": note: ", "dim"), (visible(notice["message"]), "")]
    if document["notices"]:
        yield []


def _finding(path: str, finding: FindingPayload, width: int) -> Iterator[list[Fragment]]:
    span, severity = finding["span"], finding["severity"]
    sure = f" ({confidence_words(finding['confidence'])}, {finding['confidence']:.2f})"
    yield [
        (f"{visible(path)}:{span['line']}:{span['column']}", "place"),
        (": ", ""),
        (severity, severity),
        (f" {finding['code']} {finding['name']}", ""),
        (sure, "dim"),
    ]
    if finding["segment"] is not None or span["text"]:
        yield from _excerpt(span, finding["context"], severity, width)
    margin = "  "
    yield [(f"{margin}{visible(finding['message'])}", "")]
    for place in finding["related"]:
        said = f": {visible(place['message'])}" if place.get("message") else ""
        yield [(f"{margin}line {place['line']}", "dim"), (f"{said}: {visible(place['text'])}", "")]
    repeated = {place["text"] for place in finding["related"]}
    for name, text in finding["evidence"].items():
        if text in repeated:
            continue
        yield [(f"{margin}{_NAMES.get(name, name.replace('_', ' '))}: ", "dim"), (visible(text), "")]
    if finding["fix"] is not None:
        yield [(f"{margin}fix: ", "dim"), (visible(finding["fix"]) or "(delete)", "fix")]


def _excerpt(span: SpanPayload, context: ContextPayload, severity: str, width: int) -> Iterator[list[Fragment]]:
    number = str(span["line"])
    gutter = " " * len(number)
    before, marked, after = _clip(context, width - len(number) - 5)
    carets = "^" * max(1, cell_len(marked))
    yield [(f" {number} | ", "dim"), (before, ""), (marked, severity), (after, "")]
    yield [(f" {gutter} | ", "dim"), (" " * cell_len(before), ""), (carets, severity)]


def _clip(context: ContextPayload, width: int) -> tuple[str, str, str]:
    """What fits around the span in `width` cells, an ellipsis where something was cut."""
    text, start, end = context["text"], context["start"], context["end"]
    before, marked, after = visible(text[:start]), visible(text[start:end]), visible(text[end:])
    if cell_len(before + marked + after) <= width:
        return before, marked, after
    if cell_len(marked) > width - 2:
        marked = _fit(marked, width - 3) + "…"
        after = ""
    room = width - cell_len(marked)
    right = min(cell_len(after), max(room // 2, room - cell_len(before)))
    return _fit_end(before, room - right), marked, _fit_start(after, right)


def _fit(text: str, width: int) -> str:
    """The longest beginning of at most `width` cells."""
    while text and cell_len(text) > width:
        text = text[: -max(1, (cell_len(text) - width) // 2)]
    return text


def _fit_start(text: str, width: int) -> str:
    return text if cell_len(text) <= width else _fit(text, width - 1) + "…" if width > 0 else ""


def _fit_end(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[max(1, (cell_len(text) - width + 1) // 2) :]
    return "…" + text if width > 0 else ""


def visible(text: str) -> str:
    """The text in one line with tabs as a space and control, bidirectional and lone-surrogate characters as U+XXXX."""
    if text.isprintable() and not _BIDI & set(text):
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\t\n\r":
        return " "
    unsafe = ord(character) < 32 or 0x7F <= ord(character) < 0xA0 or 0xD800 <= ord(character) < 0xE000
    return f"<{control_name(character)}>" if unsafe or character in _BIDI else character


def _score(document: DocumentPayload) -> list[Fragment]:
    score = document["score"]
    note = f"; {score['note']}" if score["note"] else ""
    figures = f"MQM {score['mqm']:.1f}, {score['per_1000_words']:.1f} penalty points per 1000 words{note}"
    return [(visible(document["path"]), "place"), (": ", ""), (visible(figures), "")]


def _styled(lines: list[list[Fragment]]) -> str:
    from io import StringIO

    from rich.console import Console

    stream = StringIO()
    console = Console(
        file=stream, force_terminal=True, color_system="standard", width=10_000, highlight=False, _environ={}
    )
    for line in lines:
        console.print(_rich(line), soft_wrap=True, end="\n")
    return stream.getvalue()


def _rich(line: list[Fragment]) -> Text:
    from rich.text import Text

    return Text.assemble(*((text, _STYLES.get(style, "")) for text, style in line))

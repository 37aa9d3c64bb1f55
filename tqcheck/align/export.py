"""An alignment as a file of its own: TSV, TMX 1.4b, JSON or HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any
from xml.sax.saxutils import escape as escape_xml
from xml.sax.saxutils import quoteattr

from tqcheck._version import __version__
from tqcheck.model import Pair, Segment
from tqcheck.text.scripts import is_rtl

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 file may hold, even escaped."""

_CONTROLS = dict.fromkeys(range(32), " ")


def to_tsv(pairs: Sequence[Pair], languages: tuple[str, str]) -> str:
    """A header, then one pair a line: source, translation, confidence; an empty cell is a gap."""
    rows = ["\t".join(("source", "translation", "confidence"))]
    rows += ["\t".join((_cell(pair.source), _cell(pair.target), f"{pair.confidence:.3f}")) for pair in pairs]
    return "\n".join(rows) + "\n"


def to_tmx(pairs: Sequence[Pair], languages: tuple[str, str]) -> str:
    """Translation memory (TMX 1.4b, LISA 2005) of the pairs that have both sides, each with its confidence as a property."""
    source, target = (code or "und" for code in languages)
    units = "".join(
        f'    <tu>\n      <prop type="x-confidence">{pair.confidence:.3f}</prop>\n'
        f"{_variant(source, pair.source)}{_variant(target, pair.target)}    </tu>\n"
        for pair in pairs
        if _cell(pair.source) and _cell(pair.target)
    )
    header = (
        f'  <header creationtool="tqcheck" creationtoolversion="{__version__}" segtype="sentence" o-tmf="tqcheck" '
        f'adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>\n'
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n{header}  <body>\n{units}  </body>\n</tmx>\n'


def to_json(pairs: Sequence[Pair], languages: tuple[str, str]) -> str:
    """One object: languages and pairs, each side with its file offsets, or null for a gap."""
    payload = {
        "schema": "tqcheck-alignment/1",
        "source_language": languages[0],
        "language": languages[1],
        "pairs": [
            {
                "source": _side(pair.source),
                "translation": _side(pair.target),
                "anchor": pair.anchor,
                "confidence": round(pair.confidence, 3),
            }
            for pair in pairs
        ],
    }
    return json.dumps(payload, ensure_ascii=False, indent=1) + "\n"


def to_html(pairs: Sequence[Pair], languages: tuple[str, str]) -> str:
    """One self-contained page: two columns, gaps shaded, doubtful pairs marked."""
    rows = "\n".join(_row(pair, languages) for pair in pairs)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Alignment</title>\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<style>{_STYLE}</style></head>\n<body><h1>Alignment</h1>\n<table>\n"
        f'<thead><tr><th scope="col">{escape(languages[0] or "source")}</th>'
        f'<th scope="col">{escape(languages[1] or "translation")}</th></tr></thead>\n<tbody>\n'
        f"{rows}\n</tbody></table></body></html>\n"
    )


FORMATS: dict[str, Callable[[Sequence[Pair], tuple[str, str]], str]] = {
    "tsv": to_tsv,
    "tmx": to_tmx,
    "json": to_json,
    "html": to_html,
}

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color-scheme:light dark}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border-bottom:1px solid #8884;padding:.4rem .8rem;"
    "text-align:start;vertical-align:top;overflow-wrap:anywhere}.gap{background:#d442}.doubtful{background:#da42}"
)


def _cell(segment: Segment | None) -> str:
    return " ".join(segment.text.translate(_CONTROLS).split()) if segment else ""


def _variant(language: str, segment: Segment | None) -> str:
    text = escape_xml(_NOT_XML.sub("", _cell(segment)))
    return f"      <tuv xml:lang={quoteattr(language)}><seg>{text}</seg></tuv>\n"


def _side(segment: Segment | None) -> dict[str, Any] | None:
    if segment is None:
        return None
    span = segment.span
    return {"start": span.start, "end": span.end, "kind": str(segment.kind), "text": segment.text}


def _row(pair: Pair, languages: tuple[str, str]) -> str:
    state = "gap" if pair.source is None or pair.target is None else "doubtful" if pair.confidence < 0.5 else ""
    return f'<tr class="{state}">{_column(pair.source, languages[0])}{_column(pair.target, languages[1])}</tr>'


def _column(segment: Segment | None, language: str) -> str:
    text = segment.text if segment else ""
    direction = "rtl" if is_rtl(text) else "ltr"
    return f'<td lang="{escape(language)}" dir="{direction}">{escape(text)}</td>'

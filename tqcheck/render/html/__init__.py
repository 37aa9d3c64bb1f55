"""The report as one HTML file: no request, no inline handler, works from a folder, prints, light and dark.

The template draws everything that is read; the script only adds filters, keys, linked words and decisions. The
Content-Security-Policy names the two style and script elements by hash, so nothing an article contains can run.
"""

from __future__ import annotations

import json
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tqcheck.render.html.marks import show_plain
from tqcheck.render.html.page import PageView, page_view
from tqcheck.render.payload import ReportPayload

if TYPE_CHECKING:
    from jinja2 import Environment

STYLES = ("tokens", "page", "summary", "rows", "cards", "sidebar", "print")
SCRIPTS = ("state", "filter", "navigate", "links", "decisions", "page")


def render(payload: ReportPayload) -> str:
    """One self-contained HTML file; same payload, same bytes."""
    view = page_view(payload)
    return page("report.html", styles=STYLES, scripts=SCRIPTS, data=_data(view), view=view)


def page(template: str, *, styles: tuple[str, ...], scripts: tuple[str, ...], **context: Any) -> str:
    """A template with its styles and scripts inlined and the policy that allows exactly these."""
    style = _static("css", styles)
    script = f'(() => {{\n"use strict";\n{_static("js", scripts)}}})();\n' if scripts else ""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'" if script else "script-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    text = _environment().get_template(template).render(style=style, script=script, policy=policy, **context)
    return text.encode("utf-8", "replace").decode()


def _data(view: PageView) -> str:
    """What the script needs beside the page itself, as JSON that cannot end its element."""
    data = {
        "signature": view.payload["tool"]["signature"],
        "findings": [
            {
                "id": card.anchor,
                "fingerprint": card.finding["fingerprint"],
                "code": card.finding["code"],
                "path": document.document["path"],
                "source": segment["source"] if segment else None,
                "text": segment["text"] if segment else None,
            }
            for document in view.documents
            for card in document.cards
            for segment in [_segment(document.document["segments"], card.finding["segment"])]
        ],
    }
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _segment(segments: list[Any], number: int | None) -> Any:
    return None if number is None else segments[number]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("tqcheck.render.html"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    from tqcheck.render.html.documentation import markdown
    from tqcheck.render.html.marks import show
    from tqcheck.render.words import count

    environment.filters.update(show=show, markdown=markdown)
    environment.globals.update(count=count)
    return environment


def _finalize(value: object) -> object:
    """No string leaves a template with a control or bidirectional character in it, whichever field it came from."""
    return show_plain(value) if type(value) is str else value


@lru_cache(maxsize=8)
def _static(kind: str, names: tuple[str, ...]) -> str:
    folder = files("tqcheck.render.html") / "static"
    return "".join((folder / f"{name}.{kind}").read_text("utf-8") for name in names)


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

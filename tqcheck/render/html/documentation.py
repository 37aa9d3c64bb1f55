"""A check's docstring as HTML: Markdown without raw HTML, its `Why:` lines as headings of their own."""

from __future__ import annotations

import re
from inspect import cleandoc

from markupsafe import Markup

_SECTION = re.compile(r"^(Why|Bad|Good|Limits):\s*", re.MULTILINE)


def markdown(docstring: str) -> Markup:
    """The documentation of a check; HTML in it is shown, not interpreted, links carry no reference to this page."""
    from markdown_it import MarkdownIt

    text = _SECTION.sub(lambda match: f"\n**{match.group(1)}.** ", cleandoc(docstring))
    return Markup(MarkdownIt("commonmark", {"html": False}).disable("image").render(text))

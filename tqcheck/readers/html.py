"""HTML with exact places: the standard library's tokenizer says where each piece stands, this turns pieces into blocks."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from tqcheck.model import Document, Kind, Segment, Span
from tqcheck.readers.build import Builder
from tqcheck.readers.furniture import mark_furniture
from tqcheck.readers.links import mark_links

_SKIPPED_TAGS = (
    "script style template noscript nav iframe object svg math select button textarea canvas audio video form "
)
_SKIPPED = frozenset(_SKIPPED_TAGS.split())
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr "
_VOID = frozenset(_VOID_TAGS.split())
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr "
)
_INLINE = frozenset(_INLINE_TAGS.split())
_EMPHASIS = frozenset(["b", "strong", "i", "em", "u", "mark"])
_KINDS = {
    **{f"h{level}": Kind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST),
    **dict.fromkeys(("td", "th"), Kind.TABLE),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("pre",), Kind.CODE),
    **dict.fromkeys(("footer", "aside"), Kind.BOILERPLATE),
    "blockquote": Kind.QUOTE,
    "title": Kind.HEADING,
}
_CLOSING_TAGS = "p li dt dd td th tr option h1 h2 h3 h4 h5 h6 "
_CLOSES_PARAGRAPH = frozenset(_CLOSING_TAGS.split())
_ENTITY = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MAX_DEPTH = 200


def read(text: str, path: str) -> Document:
    """Read HTML: title, headings, paragraphs, list items, cells, quotations, captions and alt texts, in file order.

    Script, style, navigation, forms and the like are skipped; a page's asides and footers are boilerplate.
    """
    parser = _Parser(text, 0, len(text))
    parser.run()
    metadata = (("lang", *parser.language),) if parser.language else ()
    return Document(
        path=path,
        text=text,
        blocks=mark_furniture(tuple(parser.blocks)),
        format="html",
        metadata=metadata,
        languages=("", parser.language[0] if parser.language else ""),
    )


def read_blocks(text: str, start: int, end: int) -> list[Segment]:
    """Blocks of the HTML fragment text[start:end]."""
    parser = _Parser(text, start, end)
    parser.run()
    return parser.blocks


class _Parser(HTMLParser):
    """Grows one block at a time; `place` is the file offset of the piece that the tokenizer is at."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.text, self.start, self.end = text, start, end
        self.blocks: list[Segment] = []
        self.language: tuple[str, Span] | None = None
        self._builder = Builder(text)
        self._stack: list[str] = []
        self._marks: list[tuple[str, str, int, str]] = []
        self._lines: list[int] = [start]
        self._lines += [m.end() for m in re.compile(r"\n").finditer(text, start, end)]

    @property
    def place(self) -> int:
        """File offset of the current piece."""
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def run(self) -> None:
        """Parse the fragment."""
        self.feed(self.text[self.start : self.end])
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = self.get_starttag_text() or ""
        values = {name: value or "" for name, value in attrs}
        if tag == "html" and values.get("lang") and self.language is None:
            self.language = (values["lang"], self._attribute(source, "lang"))
        if tag == "br":
            self._space(self.place, self.place + len(source))
        elif tag == "img":
            self._image(source, values)
        elif tag in _INLINE:
            self._builder.mark("tag", self._builder.length, source)
            if tag == "a" or tag == "code" or tag in _EMPHASIS:
                kind = {"a": "link", "code": "code"}.get(tag, "emphasis")
                self._marks.append((tag, kind, self._builder.length, values.get("href", "") if tag == "a" else tag))
        elif tag not in _VOID:
            self._open(tag, values)
        elif tag == "hr":
            self._flush()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            self._close_mark(tag)
            self._builder.mark("tag", self._builder.length, f"</{tag}>")
        elif tag in self._stack:
            self._flush()
            while self._stack and self._stack.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        start = self.place
        if "pre" in self._stack:
            self._builder.copy(start, start + len(data))
            return
        at = 0
        for match in _SPACE.finditer(data):
            self._builder.copy(start + at, start + match.start())
            self._space(start + match.start(), start + match.end())
            at = match.end()
        self._builder.copy(start + at, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        if self._skipped:
            return
        start = self.place
        end = start + len(written)
        end += self.text[end : end + 1] == ";"
        plain = unescape(self.text[start:end])
        if plain == self.text[start:end]:
            self._builder.copy(start, end)
        else:
            self._builder.put(plain, start, end)

    @property
    def _skipped(self) -> bool:
        return any(tag in _SKIPPED for tag in self._stack)

    def _space(self, start: int, end: int) -> None:
        """White space is one space, none at the start of a block or after another."""
        if self._skipped or not self._builder.length or self._builder.last == " ":
            return
        self._builder.put(" ", start, end)

    def _open(self, tag: str, values: dict[str, str]) -> None:
        self._flush()
        if tag in _CLOSES_PARAGRAPH and self._stack and self._stack[-1] in {"p", tag}:
            self._stack.pop()
        if len(self._stack) < _MAX_DEPTH:
            self._stack.append("nav" if values.get("aria-hidden") == "true" or "hidden" in values else tag)

    def _close_mark(self, tag: str) -> None:
        for index in range(len(self._marks) - 1, -1, -1):
            if self._marks[index][0] == tag:
                _, kind, start, value = self._marks.pop(index)
                if start < self._builder.length:
                    self._builder.mark(kind, start, value)
                return

    def _image(self, source: str, values: dict[str, str]) -> None:
        """An image's alt text is a caption of its own."""
        span = self._attribute(source, "alt")
        self._builder.mark("image", self._builder.length, values.get("src", ""))
        if self._skipped or span.start == span.end:
            return
        builder = Builder(self.text)
        _copy_decoded(builder, span.start, span.end)
        if block := builder.finish(Kind.CAPTION):
            self.blocks.append(block)

    def _attribute(self, source: str, name: str) -> Span:
        """File span of an attribute's value in the tag that the tokenizer is at."""
        match = re.search(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", source, re.IGNORECASE)
        if match is None:
            return Span(self.place, self.place)
        group = next(index for index in (1, 2, 3) if match.group(index) is not None)
        return Span(self.place + match.start(group), self.place + match.end(group))

    def _flush(self) -> None:
        """End the current block; its kind is that of the nearest element that has one."""
        tag = next((tag for tag in reversed(self._stack) if tag in _KINDS), "")
        kind = _KINDS.get(tag, Kind.PARAGRAPH)
        builder, self._builder = self._builder, Builder(self.text)
        for _, mark, start, value in self._marks:
            if start < builder.length:
                builder.mark(mark, start, value)
        self._marks.clear()
        level = int(tag[1]) if kind is Kind.HEADING and tag != "title" else self._depth(kind)
        mark_links(builder)
        if block := builder.finish(kind, level=level):
            self.blocks.append(block)

    def _depth(self, kind: Kind) -> int:
        if kind is Kind.LIST:
            return max(1, sum(tag in {"ul", "ol", "dl"} for tag in self._stack))
        return 1 if kind is Kind.HEADING else 0


def _copy_decoded(builder: Builder, start: int, end: int) -> None:
    """Append text with entities to a view."""
    at = start
    for match in _ENTITY.finditer(builder.source, start, end):
        plain = unescape(match.group())
        if plain != match.group():
            builder.copy(at, match.start())
            builder.put(plain, match.start(), match.end())
            at = match.end()
    builder.copy(at, end)

"""Inline Markdown with positions: markdown-it's tokens carry none, so its rules are wrapped to note where they matched."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from tqcheck.readers.build import Builder
from tqcheck.readers.lines import joint

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_HIDDEN = re.compile(
    r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{:?\s*(?:[#.][\w-]+|[\w-]+=\S+)(?:\s+[^{}\n]*)?\}", re.DOTALL
)
_PLACEHOLDER = re.compile(r"\{\{[^{}]{1,200}\}\}|\$\{[^{}\n]{1,100}\}|\{[\w.]{1,60}\}")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MAX_OPENERS = 1000
_MARKS = {"em": "emphasis", "strong": "emphasis", "s": "emphasis"}


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough, footnotes, definition lists and shortcodes, whose inline tokens know their place.

    Each inline token except plain text holds in `meta` the offsets `at` and `end` of the rule that made it, in its inline content.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    md = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["text_join"])
    md.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True).use(deflist_plugin)
    md.inline.ruler.before("escape", "shortcode", _shortcode)
    md.inline.ruler2.disable(["fragments_join"])
    md.core.ruler.at("inline", _parse_inline)
    rules = md.inline.ruler
    for name, rule in zip(rules.get_active_rules(), rules.getRules(""), strict=True):
        rules.at(name, _noting(rule))
    return md


def _parse_inline(state: StateCore) -> None:
    """markdown-it's own inline pass, but a paragraph with thousands of opening brackets is text: its parser would take minutes."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = token.children or []
        if max(map(token.content.count, "[<{&!")) > _MAX_OPENERS:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _noting(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule, noting on every token it makes where it began and ended."""

    def noted(state: StateInline, silent: bool) -> bool:
        before, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            for token in state.tokens[count:]:
                if token.type != "text" and "end" not in token.meta:
                    token.meta = {**token.meta, "at": before, "end": state.pos}
        return True

    return noted


def _shortcode(state: StateInline, silent: bool) -> bool:
    """Hugo, Jekyll and attribute braces: template code is hidden, placeholders stand for words and stay."""
    if state.src[state.pos] not in "{$":
        return False
    hidden = _HIDDEN.match(state.src, state.pos, state.posMax)
    match = hidden or _PLACEHOLDER.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("shortcode" if hidden else "placeholder", "", 0).content = match.group()
    state.pos = match.end()
    return True


class Content:
    """Where the characters of an inline token's content stand in the file."""

    __slots__ = ("_file", "_starts", "text")

    def __init__(self, text: str, pieces: Sequence[tuple[int, int]]) -> None:
        """`pieces` are (content offset, file offset) where a stretch begins that maps one to one, sorted, the first at 0."""
        self.text = text
        self._starts = [start for start, _ in pieces]
        self._file = [file for _, file in pieces]

    def at(self, offset: int) -> int:
        """File offset of a content offset."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        return self._file[index] + offset - self._starts[index]

    def after(self, offset: int) -> int:
        """File offset just after the character before a content offset."""
        return self.at(offset - 1) + 1 if offset else self.at(0)

    def copy(self, builder: Builder, start: int, end: int) -> None:
        """Append content[start:end] to a view."""
        while start < end:
            index = bisect_right(self._starts, start)
            stop = min(end, self._starts[index]) if index < len(self._starts) else end
            builder.copy(self.at(start), self.at(start) + stop - start)
            start = stop


class InlineWriter:
    """Writes the view of one inline token: text copied, markup turned into marks."""

    def __init__(self, builder: Builder, content: Content) -> None:
        self.builder = builder
        self.content = content
        self.images = 0
        self._open: list[tuple[str, int, str]] = []

    def write(self, tokens: Sequence[Token], base: int = 0) -> None:
        """Append tokens whose content begins at `base` of the block's content (image labels are parsed apart)."""
        at, skip = base, 0
        for token in tokens:
            if skip:
                skip -= 1
            elif token.type == "link_open" and token.markup == "autolink":
                at, skip = self._autolink(at, base + int(token.meta["end"])), 2
            else:
                at = self._write(token, at, base)

    def _write(self, token: Token, at: int, base: int) -> int:
        """Append one token that begins at content offset `at`; returns where the next one begins."""
        end = base + int(token.meta.get("end", 0))
        match token.type:
            case "text":
                return self._text(token.content, at)
            case "softbreak" | "hardbreak":
                self._break(at, end, hard=token.type == "hardbreak")
            case "link_open" | "link_close":
                return self._link(token, at, end)
            case _ if token.nesting:
                self._toggle(token)
                return at + len(token.markup)
            case "image":
                start = self.builder.length
                self.write(token.children or (), at + 2)
                self.images += 1
                self.builder.mark("image", start, str(token.attrs.get("src", "")))
            case "code_inline":
                self._code(token, at, end)
            case "placeholder":
                start = self.builder.length
                self.content.copy(self.builder, at, end)
                self.builder.mark("placeholder", start, token.content)
            case "text_special":
                self._special(token, at, end)
            case _:
                self._hidden(token, at, end)
        return end

    def _text(self, text: str, at: int) -> int:
        skip = task.end() if at == 0 and (task := _TASK.match(self.content.text)) and text.startswith("[") else 0
        self.content.copy(self.builder, max(at, skip), at + len(text))
        return at + len(text)

    def _break(self, at: int, end: int, *, hard: bool) -> None:
        following = self.content.text[end : end + 1]
        text = " " if hard else joint(self.builder.last, following)
        self.builder.put(text, self.content.after(at), self.content.at(end))

    def _autolink(self, at: int, end: int) -> int:
        """<address>: markdown-it's own text for it is normalised, so the file's is taken."""
        start = self.builder.length
        self.content.copy(self.builder, at + 1, end - 1)
        self.builder.mark("link", start, self.content.text[at + 1 : end - 1])
        return end

    def _link(self, token: Token, at: int, end: int) -> int:
        if token.type == "link_open":
            self._open.append(("link", self.builder.length, str(token.attrs.get("href", ""))))
            return at + 1
        self._toggle(token)
        return end

    def _toggle(self, token: Token) -> None:
        if token.nesting > 0:
            self._open.append((_MARKS.get(token.tag, token.tag), self.builder.length, token.tag))
        elif self._open:
            kind, start, value = self._open.pop()
            self.builder.mark(kind, start, value)

    def _code(self, token: Token, at: int, end: int) -> None:
        start, size = self.builder.length, len(token.markup)
        inner = self.content.text[at + size : end - size]
        trim = 1 if len(inner) == len(token.content) + 2 else 0
        for offset in range(at + size + trim, end - size - trim):
            if self.content.text[offset] == "\n":
                self.builder.put(" ", self.content.after(offset), self.content.at(offset + 1))
            else:
                self.content.copy(self.builder, offset, offset + 1)
        self.builder.mark("code", start, token.content)

    def _special(self, token: Token, at: int, end: int) -> None:
        if token.info == "escape":
            self.content.copy(self.builder, end - len(token.content), end)
        else:
            self.builder.put(token.content, self.content.at(at), self.content.after(end))

    def _hidden(self, token: Token, at: int, end: int) -> None:
        """Tags, template code and footnote references: no text, a mark of zero width."""
        if _BREAK.fullmatch(token.content):
            self.builder.put(" ", self.content.at(at), self.content.after(end))
            return
        kind = {"html_inline": "tag", "footnote_ref": "footnote"}.get(token.type, "placeholder")
        value = str(token.meta.get("label", "")) if kind == "footnote" else token.content
        self.builder.mark(kind, self.builder.length, value)

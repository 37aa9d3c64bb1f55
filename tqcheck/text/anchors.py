"""Anchors of a document: what a link to `#section` can lead to, by heading and by explicit id."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

import regex

from tqcheck.model import Document, Kind

_EXPLICIT = regex.compile(r"\{#([\p{L}\p{N}_:.-]{1,80}+)|\b(?:id|name)\s?=\s?[\"']?([\p{L}\p{N}_:.-]{1,80}+)")
_DROPPED = regex.compile(r"[^\p{L}\p{M}\p{N}\s_-]++")
_SPACE = regex.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where links inside a document can lead.

    Attributes:
        headings: slug of each heading, in order; empty for formats that give headings none.
        explicit: ids that the file states.
    """

    headings: tuple[str, ...]
    explicit: frozenset[str]

    def place_of(self, fragment: str) -> int | None:
        """Index of the heading that a fragment names; None where it names none."""
        folded = fold(fragment)
        return next((index for index, slug in enumerate(self.headings) if folded == fold(slug)), None)

    def holds(self, fragment: str) -> bool:
        """Whether a fragment leads anywhere: to a heading, an id, or the top."""
        plain = unquote(fragment)
        return plain in ("", "top") or plain in self.explicit or self.place_of(fragment) is not None


def fold(fragment: str) -> str:
    """A fragment or slug without percent escapes, accents and case, as sites differ in how they make them."""
    plain = unicodedata.normalize("NFKD", unquote(fragment).lower())
    return "".join(char for char in plain if char.isalnum())


@lru_cache(maxsize=64)
def anchors_of(document: Document) -> Anchors:
    """The anchors of a document; slugs of headings as GitHub, GitLab and most generators make them."""
    explicit = frozenset(match[1] or match[2] for match in _EXPLICIT.finditer(document.text))
    seen: Counter[str] = Counter()
    slugs = []
    for block in document.blocks:
        if block.kind is Kind.HEADING and document.format == "markdown":
            slug = _SPACE.sub("-", _DROPPED.sub("", block.text.strip().lower()))
            slugs.append(f"{slug}-{seen[slug]}" if seen[slug] else slug)
            seen[slug] += 1
    return Anchors(tuple(slugs), explicit)

"""Addresses of a segment: web links, e-mails, anchors, images, and which of them are the same page in another language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

import regex

from tqcheck.model import Segment
from tqcheck.text.locale_facts import primary


@dataclass(frozen=True, slots=True)
class Address:
    """A link: offsets in the view, its target as written, and whether it is an image."""

    start: int
    end: int
    target: str
    image: bool = False

    @property
    def is_mail(self) -> bool:
        """Whether it is an e-mail address."""
        return "@" in self.target and "/" not in self.target


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:https?|ftp)://[^\s<>\"'«»“”„{}|\\^`（）「」【】，。、；]++|\bwww\.[^\s<>\"'«»“”„（）「」【】，。、；]++"
        r"|[\p{L}\p{N}._%+-]{1,64}+@[\p{L}\p{N}-]{1,63}+(?:\.[\p{L}\p{N}-]{1,63}+){1,6}+"
    )


def find_addresses(segment: Segment) -> list[Address]:
    """Links of the markup and addresses in the text, in order, each once."""
    found = [
        Address(mark.start, mark.end, mark.value, mark.kind == "image")
        for mark in segment.marks
        if mark.kind in ("link", "image") and mark.value
    ]
    covered = [(item.start, item.end) for item in found]
    found += [item for item in _written(segment.text) if not any(a <= item.start < b for a, b in covered)]
    return sorted(found, key=lambda item: (item.start, item.end))


def _written(text: str) -> Iterator[Address]:
    for match in _pattern().finditer(text):
        target = match[0].rstrip(".,;:!?…*_")
        while target.endswith(")") and target.count("(") < target.count(")"):
            target = target[:-1].rstrip(".,;:!?")
        yield Address(match.start(), match.start() + len(target), target)


_LOCALE = regex.compile(r"[a-z]{2,3}(?:[-_](?:[A-Za-z]{4}|[A-Za-z]{2}))?", regex.IGNORECASE)
_QUERY_LANGUAGE = regex.compile(r"(?:^|&)(?:lang|language|hl|locale|l|lc|lng)=[A-Za-z_-]{2,7}")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web address names, apart from its language: host without `www` and language, path without it; and whether it had one."""

    host: str
    path: tuple[str, ...]
    query: str
    fragment: str
    localised: bool


@cache
def page_of(target: str, languages: tuple[str, ...]) -> Page:
    """The page an address names; segments that are one of the languages (or a full locale such as `en-US`) are taken out."""
    plain = target if "://" in target else f"https://{target}"
    try:
        parts = urlsplit(plain)
    except ValueError:
        return Page(target, (), "", "", False)
    labels = [label for label in parts.netloc.lower().split(".") if label not in ("www", "m")]
    codes = {primary(language) for language in languages}
    kept = [label for label in labels if not _names_language(label, codes, full=False)] if len(labels) > 2 else labels
    path = [piece for piece in unquote(parts.path).split("/") if piece]
    bare = [piece for piece in path if not _names_language(piece, codes, full=True)]
    query = _QUERY_LANGUAGE.sub("", parts.query)
    localised = len(kept) < len(labels) or len(bare) < len(path) or query != parts.query
    return Page(".".join(kept), tuple(bare), query, parts.fragment, localised)


def _names_language(piece: str, codes: set[str], *, full: bool) -> bool:
    if not _LOCALE.fullmatch(piece):
        return False
    code = piece.replace("_", "-").split("-")[0].lower()
    return primary(code) in codes or (full and "-" in piece.replace("_", "-") and len(code) == 2)

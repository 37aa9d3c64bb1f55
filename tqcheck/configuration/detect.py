"""Looks at a project and says how its translations lie: what `tqcheck init` writes down."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck.configuration.layouts import read_layouts
from tqcheck.configuration.site import survey

_FOLDER = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Detected:
    """A layout by name (or a pattern), the languages found in it, the source language; `pages` = how many translations it pairs up."""

    table: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    source_language: str
    pages: int


def detect(root: Path) -> Detected | None:
    """The layout that pairs up most pages; None where none fits."""
    found = [result for table, source in _candidates(root) if (result := _try(root, table, source)) is not None]
    return max(found, key=lambda item: item.pages, default=None)


def _try(root: Path, table: dict[str, str], source: str) -> Detected | None:
    pages = survey(root, read_layouts([table], source, "detection")).pages
    languages = Counter(page.language for page in pages if _is_language(page.language))
    good = sum(languages.values())
    return Detected(tuple(table.items()), tuple(sorted(languages)), source, good) if good else None


def _candidates(root: Path) -> Iterator[tuple[dict[str, str], str]]:
    """Layouts worth trying, the most particular first; a folder layout once for each folder that may hold the sources."""
    if any(root.glob("docusaurus.config.*")):
        yield {"layout": "docusaurus"}, ""
    for preset, folder in (("folders", "docs"), ("hugo-folders", "content")):
        for source in _source_languages(root / folder):
            yield {"layout": preset}, source
    if (root / "_config.yml").is_file():
        yield {"layout": "jekyll"}, ""
    yield {"layout": "hugo" if (root / "content").is_dir() else "mkdocs" if (root / "docs").is_dir() else "suffix"}, ""


def _source_languages(folder: Path) -> list[str]:
    """Language folders, English first, then those with most files."""
    if not folder.is_dir():
        return []
    sizes = {item.name: sum(1 for _ in item.rglob("*")) for item in folder.iterdir() if item.is_dir()}
    names = [name for name in sizes if _is_language(name)]
    return sorted(names, key=lambda name: (name != "en", -sizes[name], name))[:1] if len(names) > 1 else []


def _is_language(name: str) -> bool:
    from babel import Locale, UnknownLocaleError

    if not _FOLDER.fullmatch(name):
        return False
    try:
        Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True

"""The pages of a site as its layouts pair them: which files are translations, of what, and which are missing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.configuration.layouts import Layout, fill

_SUFFIXES = frozenset({".md", ".markdown", ".mdx", ".html", ".htm", ".xhtml", ".txt", ".text"})
_SKIPPED = frozenset({"node_modules", "__pycache__", "site-packages"})
_HEAD = 4096
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_KEY = re.compile(r"^(translation_of|lang):[ \t]*['\"]?([^'\"\n]*?)['\"]?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """A translation, its source and their languages; paths relative to the configuration's folder."""

    translation: str
    source: str
    language: str
    source_language: str


@dataclass(frozen=True, slots=True)
class Site:
    """All pages found, sorted, and (source, source language, missing languages) of sources that lack translations."""

    pages: tuple[Page, ...]
    missing: tuple[tuple[str, str, tuple[str, ...]], ...]


def survey(root: Path, layouts: Sequence[Layout]) -> Site:
    """Walk the folder once and pair up what is there; the first layout that fits a translation keeps it."""
    files = sorted(_walk(root))
    pages: dict[str, Page] = {}
    missing: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for layout in layouts:
        found = _front_matter_pages(root, files) if not layout.source else _pattern_pages(layout, files)
        pages = {**{page.translation: page for page in found}, **pages}
        for item in _missing(layout, files, found) if layout.source else ():
            missing.setdefault(item[0], item)
    return Site(tuple(sorted(pages.values())), tuple(missing[name] for name in sorted(missing)))


def _walk(root: Path) -> Iterator[str]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in _SKIPPED)
        for name in files:
            if Path(name).suffix.lower() in _SUFFIXES:
                yield (Path(folder) / name).relative_to(root).as_posix()


def _pattern_pages(layout: Layout, files: Sequence[str]) -> list[Page]:
    there = set(files)
    found = [(path, layout.parse_translation(path)) for path in files]
    return [
        Page(path, parsed[0], parsed[1], layout.source_language)
        for path, parsed in found
        if parsed is not None and parsed[0] in there
    ]


def _missing(layout: Layout, files: Sequence[str], found: Sequence[Page]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    there, translations = set(files), {page.translation for page in found}
    languages = layout.languages or tuple(sorted({page.language for page in found}))
    for path in files:
        fields = layout.parse_source(path)
        if fields is None or path in translations:
            continue
        absent = [code for code in languages if fill(layout.translation, {**fields, "lang": code}) not in there]
        if absent:
            yield path, layout.source_language, tuple(absent)


def _front_matter_pages(root: Path, files: Sequence[str]) -> list[Page]:
    """Jekyll: `translation_of:` holds the source's path, from the root or from the page's folder, or its name without date and suffix."""
    slugs = {_slug(path): path for path in reversed(files)}
    heads = {path: _front_matter(root / path) for path in files}
    pages = []
    for path, values in heads.items():
        given = values.get("translation_of", "").strip("/")
        beside = (Path(path).parent / given).as_posix()
        source = next((name for name in (given, beside) if name in heads), slugs.get(_slug(given), ""))
        if given and source and source != path:
            pages.append(Page(path, source, values.get("lang", ""), heads[source].get("lang", "")))
    return pages


def _slug(path: str) -> str:
    return _DATE.sub("", Path(path).stem)


def _front_matter(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(_HEAD)
    except OSError:
        return {}
    if not head.startswith("---"):
        return {}
    end = head.find("\n---", 3)
    return dict(_KEY.findall(head[:end])) if end > 0 else {}


def pages_of(site: Site, paths: Iterable[str]) -> list[Page]:
    """The pages that these files stand for: a translation for itself, a source for all its translations."""
    wanted = set(paths)
    return [page for page in site.pages if page.translation in wanted or page.source in wanted]

"""Where translations lie beside their sources: patterns with {lang}, {path} and {name}, and the layouts of site generators by name.

Paths here are relative to the configuration's folder, with forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tqcheck.configuration.keys import PAIR_KEYS, convert_values
from tqcheck.errors import ConfigError

_FIELDS = {"lang": r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", "path": r".+", "name": r"[^/]+"}
_FIELD = re.compile(r"\{(\w*)\}")

PRESETS: dict[str, tuple[tuple[str, str], ...]] = {
    "docusaurus": (
        ("docs/{path}", "i18n/{lang}/docusaurus-plugin-content-docs/current/{path}"),
        ("blog/{path}", "i18n/{lang}/docusaurus-plugin-content-blog/{path}"),
        ("src/pages/{path}", "i18n/{lang}/docusaurus-plugin-content-pages/{path}"),
    ),
    "folders": (("docs/{source}/{path}", "docs/{lang}/{path}"),),
    "hugo": (("content/{path}.md", "content/{path}.{lang}.md"),),
    "hugo-folders": (("content/{source}/{path}", "content/{lang}/{path}"),),
    "jekyll": (),
    "mkdocs": (("docs/{path}.md", "docs/{path}.{lang}.md"),),
    "suffix": (("{path}.md", "{path}.{lang}.md"),),
}
"""Layout -> (source, translation) patterns; {source} is the source language. Jekyll's pairs stand in front matter instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One rule of pairing. Empty patterns: translations name their source in front matter, `translation_of: path`.

    Attributes:
        source, translation: patterns.
        languages: those a translation is expected in; empty = whatever is found.
        source_language: of the sources; empty = identified.
    """

    source: str = ""
    translation: str = ""
    languages: tuple[str, ...] = ()
    source_language: str = ""

    def parse_translation(self, path: str) -> tuple[str, str] | None:
        """(source path, language) that a translation's path stands for; None where it is no translation's path."""
        match = _regex(self.translation).fullmatch(path)
        if match is None:
            return None
        fields = match.groupdict()
        language = fields.pop("lang", "")
        if language == self.source_language or (self.languages and language not in self.languages):
            return None
        source = fill(self.source, fields)
        return None if source == path else (source, language)

    def parse_source(self, path: str) -> Mapping[str, str] | None:
        """The fields of a source's path; None where it is no source's path."""
        match = _regex(self.source).fullmatch(path)
        return match.groupdict() if match else None


def fill(pattern: str, fields: Mapping[str, str]) -> str:
    """The pattern with its fields put in."""
    return _FIELD.sub(lambda match: fields[match.group(1)], pattern)


def read_layouts(tables: Iterable[Mapping[str, Any]], source_language: str, where: str) -> tuple[Layout, ...]:
    """The `[[pairs]]` of a configuration; `ConfigError` for an unknown layout, key or field."""
    return tuple(layout for table in tables for layout in _read(table, source_language, f"{where}, [[pairs]]"))


def _read(table: Mapping[str, Any], source_language: str, where: str) -> Iterable[Layout]:
    values = convert_values(table, PAIR_KEYS, where)
    language = values.get("source-language", source_language)
    for source, translation in _patterns(values, language, where):
        yield Layout(
            source=source,
            translation=translation,
            languages=values.get("languages", ()),
            source_language=language,
        )


def _patterns(values: Mapping[str, Any], language: str, where: str) -> list[tuple[str, str]]:
    preset = values.get("layout", "")
    if preset and preset not in PRESETS:
        raise ConfigError(f"{where}: unknown layout {preset!r}; known: {', '.join(PRESETS)}")
    given = [(values.get("source", ""), values.get("translation", ""))]
    patterns = list(PRESETS[preset]) if preset else given
    if preset == "jekyll":
        return [("", "")]
    for source, translation in patterns:
        _check_fields(source, translation, where)
    if any("{source}" in source for source, _ in patterns) and not language:
        raise ConfigError(f"{where}: layout {preset!r} needs source-language")
    return [(source.replace("{source}", language), translation) for source, translation in patterns]


def _check_fields(source: str, translation: str, where: str) -> None:
    if not source or "{lang}" not in translation:
        raise ConfigError(f"{where}: give source, and translation with {{lang}} in it, or a layout")
    known = {*_FIELDS, "source"}
    for field in _FIELD.findall(source) + _FIELD.findall(translation):
        if field not in known:
            raise ConfigError(f"{where}: unknown field {{{field}}}; known: {{lang}}, {{path}}, {{name}}")
    missing = set(_FIELD.findall(source)) - set(_FIELD.findall(translation)) - {"source"}
    if missing:
        raise ConfigError(f"{where}: {{{min(missing)}}} stands in source but not in translation")


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    seen = set[str]()
    parts = []
    for place, part in enumerate(_FIELD.split(pattern)):
        if place % 2 == 0:
            parts.append(re.escape(part))
        else:
            parts.append(f"(?P={part})" if part in seen else f"(?P<{part}>{_FIELDS[part]})")
            seen.add(part)
    return re.compile("".join(parts))

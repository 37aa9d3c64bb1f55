"""Glossaries: entries with allowed, forbidden and untranslatable forms, from tables, TSV, CSV or TBX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tqcheck.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One entry.

    Attributes:
        source: the term of the source language; empty for a rule about the translation alone.
        allowed: translations of which one must stand; empty where only `forbidden` speaks.
        forbidden: words that must not stand in the translation.
        exempt: longer phrases in which a forbidden word may stand.
        keep: the term must stay as it is.
        exact_case: capitals matter.
    """

    source: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    keep: bool = False
    exact_case: bool = False


_KEYS = {"source", "target", "allowed", "forbidden", "except", "keep", "case", "note", "pos"}


def terms_from(setting: Any) -> tuple[Term, ...]:
    """The entries of a `glossary` setting: `Term` records, tables with source/target/forbidden/keep/case, or a source -> target table.

    Raises:
        ConfigError: an entry with neither source nor forbidden words, or with an unknown key.
    """
    if isinstance(setting, Mapping):
        setting = [{"source": source, "target": target} for source, target in setting.items()]
    return tuple(entry if isinstance(entry, Term) else _term(entry) for entry in setting or ())


def _term(entry: Any) -> Term:
    if isinstance(entry, (list, tuple)) and len(entry) == 2:
        entry = {"source": entry[0], "target": entry[1]}
    if not isinstance(entry, Mapping) or not (entry.get("source") or entry.get("forbidden")):
        raise ConfigError(f"glossary: an entry needs a source term or forbidden words, not {entry!r}")
    unknown = set(entry) - _KEYS
    if unknown:
        raise ConfigError(
            f"glossary: unknown key {sorted(unknown)[0]!r} in {entry!r}; known: {', '.join(sorted(_KEYS))}"
        )
    keep = bool(entry.get("keep"))
    source = str(entry.get("source", ""))
    return Term(
        source=source,
        allowed=(source,) if keep else _forms(entry.get("target") or entry.get("allowed")),
        forbidden=_forms(entry.get("forbidden")),
        exempt=_forms(entry.get("except")),
        keep=keep,
        exact_case=bool(entry.get("case")) or keep,
    )


def _forms(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    parts = value.replace("|", ";").split(";") if isinstance(value, str) else [str(part) for part in value]
    return tuple(part.strip() for part in parts if part.strip())


def read_glossary(text: str, name: str, source_language: str = "", target_language: str = "") -> tuple[Term, ...]:
    """The entries of a glossary file by its suffix: .tsv, .csv (columns source, target, forbidden, keep, case) or .tbx, .xml.

    Raises:
        ConfigError: another suffix, no source column, or broken XML.
    """
    suffix = name.rsplit(".", 1)[-1].lower()
    if suffix in ("tbx", "xml"):
        return tuple(_read_tbx(text, name, source_language, target_language))
    if suffix not in ("tsv", "csv", "txt"):
        raise ConfigError(f"{name}: a glossary is .tsv, .csv or .tbx")
    return tuple(_read_table(text, name, "," if suffix == "csv" else "\t"))


def _read_table(text: str, name: str, delimiter: str) -> Iterator[Term]:
    rows = [
        row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row and any(cell.strip() for cell in row)
    ]
    if not rows:
        return
    header = [cell.strip().lower() for cell in rows[0]]
    if "source" not in header:
        header, body = ["source", "target", "forbidden"], rows
    else:
        body = rows[1:]
    for row in body:
        entry: dict[str, Any] = {key: cell.strip() for key, cell in zip(header, row, strict=False) if key in _KEYS}
        for flag in ("keep", "case"):
            entry[flag] = entry.get(flag, "").lower() in ("1", "yes", "true", "x")
        try:
            yield _term(entry)
        except ConfigError as error:
            raise ConfigError(f"{name}: {error}") from error


def _read_tbx(text: str, name: str, source_language: str, target_language: str) -> Iterator[Term]:
    """TBX (ISO 30042) entries: `langSet`/`langSec` with `term`; deprecated terms are forbidden ones. No external entities are read."""
    import xml.etree.ElementTree as ElementTree

    if "<!ENTITY" in text:
        raise ConfigError(f"{name}: XML entities are not read")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ConfigError(f"{name}: not valid XML: {error}") from error
    for entry in root.iter():
        if _tag(entry) in ("termEntry", "conceptEntry"):
            yield from _tbx_terms(entry, source_language, target_language)


def _tag(element: Any) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _tbx_terms(entry: Any, source_language: str, target_language: str) -> Iterator[Term]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for section in entry:
        if _tag(section) in ("langSet", "langSec"):
            language = (
                next((value for key, value in section.attrib.items() if key.endswith("lang")), "").split("-")[0].lower()
            )
            found.setdefault(language, []).extend(_tbx_forms(section))
    sources = found.get(source_language.split("-")[0].lower(), [])
    targets = found.get(target_language.split("-")[0].lower(), [])
    allowed = tuple(term for term, forbidden in targets if not forbidden)
    banned = tuple(term for term, forbidden in targets if forbidden)
    for source, _ in sources:
        if allowed or banned:
            yield Term(source=source, allowed=allowed, forbidden=banned)


def _tbx_forms(section: Any) -> Iterable[tuple[str, bool]]:
    for group in section.iter():
        if _tag(group) in ("tig", "ntig", "termSec"):
            notes = " ".join(str(item.text or "") for item in group.iter() if _tag(item) == "termNote")
            for item in group.iter():
                if _tag(item) == "term" and item.text:
                    yield item.text.strip(), any(word in notes for word in ("deprecated", "forbidden", "superseded"))

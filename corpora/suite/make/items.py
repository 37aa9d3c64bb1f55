"""Turns a set (one sentence in many languages) into items of the suite."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from corpora.suite.make.cyrillic import to_cyrillic
from corpora.suite.make.edits import loss, plain, read

Item = dict[str, Any]
# What may stand open; an unpaired mark is marked from where it opens to where its partner is missing.
OPENING = "(（„“”«「"

SEVERITIES = {
    "critical": {"TQ501", "TQ603", "TQ604"},
    "major": {"TQ101", "TQ102", "TQ104", "TQ201", "TQ202", "TQ203", "TQ204", "TQ402", "TQ404", "TQ601"},
    "neutral": {"TQ801"},
}
_SETTINGS = {
    "code",
    "name",
    "kind",
    "severity",
    "trap",
    "into_english",
    "cyrillic",
    "sourceless",
    "glossary",
    "traps",
    "pairs",
}


def severity_of(code: str) -> str:
    """Default severity of a code, as in the design."""
    return next((name for name, codes in SEVERITIES.items() if code in codes), "minor")


def split_of(identifier: str) -> str:
    """``dev`` or ``test``, fixed by the hash of the item's identifier."""
    return "dev" if sha256(identifier.encode()).digest()[0] % 2 else "test"


def make_item(table: dict[str, Any], source: tuple[str, str] | None, target: tuple[str, str]) -> Item:
    """One item from marked sentences ``(language, sentence)``; the source's edit gives its span."""
    edited = read(target[1])
    languages = f"{source[0] if source else ''}-{target[0]}"
    identifier = f"{table['code']}/{table['name']}/{languages.replace('_', '-')}"
    source_span = None
    omission = table["code"] == "TQ201"
    if source and "[[" in source[1]:
        marked = read(source[1])
        start, end = loss(marked)[1:] if omission else marked.good_span
        source_span = [start, end] if end > start else None
    span = (loss(edited)[0],) * 2 if omission else edited.span
    if table["code"] == "TQ801":
        span = (0, 0)  # a finding about the document as a whole
    if table["code"] == "TQ303":
        span = (max(edited.bad.rfind(mark, 0, span[0]) for mark in OPENING), span[1])
    item = {
        "id": identifier,
        "code": table["code"],
        "languages": languages,
        "kind": table["kind"],
        "source": plain(source[1]) if source else None,
        "bad": edited.bad,
        "good": edited.good,
        "span": list(span),
        "source_span": source_span,
        "severity": table.get("severity", severity_of(table["code"])),
        "trap": table.get("traps", {}).get(target[0], table["trap"]),
        "split": split_of(identifier),
    }
    if terms := table.get("glossary", {}).get(target[0]):
        item["glossary"] = terms
    return item


def sentences_of(table: dict[str, Any]) -> dict[str, str]:
    """Language -> marked sentence, with Serbian Cyrillic added unless the set forbids it."""
    texts = {key: value for key, value in table.items() if key not in _SETTINGS}
    if "sr" in texts and "sr_Cyrl" not in texts and table.get("cyrillic", True):
        texts["sr_Cyrl"] = to_cyrillic(texts["sr"])
    return texts


def expand_pairs(table: dict[str, Any]) -> Iterator[Item]:
    """Items of a set whose rows are ``[source-target, source, target]`` or, without a source, ``[language, target]``."""
    for number, row in enumerate(table["pairs"], 1):
        numbered = table | {"name": f"{table['name']}-{number}", "trap": row[3] if len(row) > 3 else table["trap"]}
        if len(row) == 2:
            yield make_item(numbered, None, (row[0], row[1]))
        else:
            source_language, target_language = row[0].split("-")
            yield make_item(numbered, (source_language, row[1]), (target_language, row[2]))


def expand(table: dict[str, Any]) -> Iterator[Item]:
    """All items of a set: from English into each language, and from every second one (or those named) into English."""
    if "pairs" in table:
        yield from expand_pairs(table)
        return
    texts = sentences_of(table)
    if table.get("sourceless"):
        for language, text in texts.items():
            yield make_item(table, None, (language, text))
        return
    english = texts.pop("en")
    for language, text in texts.items():
        if "[[" in text:
            yield make_item(table, ("en", english), (language, text))
    if "[[" in english:
        for language in table.get("into_english", list(texts)[::2]):
            yield make_item(table, (language, texts[language]), ("en", english))

"""Findings that a team has accepted: a JSON file, `tqcheck-baseline/1`, which the HTML report exports too.

    {"schema": "tqcheck-baseline/1", "signature": "...", "findings": [{"fingerprint", "code", "path", "source", "text", "note"}],
     "documents": {"path": "digest of its texts"}}

An entry is known by its fingerprint, which survives edits elsewhere and reflowing, or, where its file is gone, by its code and the
texts of its sentence: so it follows a renamed file. It ends when its sentence changes. `documents` says which texts the file was
written for: when the tool or a model has changed since (`signature`), what it newly finds in texts that have not changed is one line,
not a failed build.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from tqcheck.errors import ConfigError
from tqcheck.render.payload import DocumentPayload, FindingPayload

SCHEMA = "tqcheck-baseline/1"
_FAMILY = "tqcheck-baseline/"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted finding: `source` and `text` are the sentence's on both sides, `note` says why it is right."""

    fingerprint: str
    code: str
    path: str
    source: str | None = None
    text: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The accepted findings, the signature of the tool that found them, and (path, digest) of the documents they stand for."""

    findings: tuple[Accepted, ...] = ()
    signature: str = ""
    documents: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sorted:
    """One document's findings against a baseline: new ones, accepted ones with their entries, and what only a changed tool finds."""

    new: tuple[FindingPayload, ...]
    accepted: tuple[Accepted, ...]
    from_changed_tool: tuple[FindingPayload, ...]


def read_baseline(path: Path) -> Baseline:
    """The file's content; `ConfigError` in one line where it is missing, damaged, or of a version this tool does not know."""
    name = path.as_posix()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"baseline {name}: {error.strerror or error}; `tqcheck baseline FILE...` writes it"
        ) from error
    except ValueError as error:
        raise ConfigError(f"baseline {name}: not JSON ({error}); write it anew with `tqcheck baseline`") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        newer = isinstance(schema, str) and schema.startswith(_FAMILY)
        what = (
            f"is {schema}, of a newer tqcheck; upgrade it"
            if newer
            else "is no baseline; write it with `tqcheck baseline`"
        )
        raise ConfigError(f"baseline {name}: {what}")
    try:
        found = tuple(_entry(item) for item in data.get("findings", []))
        documents = tuple(sorted((str(key), str(value)) for key, value in data.get("documents", {}).items()))
    except (KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"baseline {name}: an entry is damaged ({error}); write it anew") from error
    return Baseline(found, str(data.get("signature", "")), documents)


def _entry(item: dict[str, Any]) -> Accepted:
    note = item.get("note") or ""
    return Accepted(item["fingerprint"], item["code"], item["path"], item.get("source"), item.get("text"), str(note))


def write_baseline(baseline: Baseline, path: Path) -> None:
    """Write it sorted, one entry a line group, so that merges and reviews are easy."""
    entries = sorted(baseline.findings, key=lambda item: (item.path, item.code, item.fingerprint))
    data = {
        "schema": SCHEMA,
        "signature": baseline.signature,
        "documents": dict(baseline.documents),
        "findings": [
            {name: getattr(item, name) for name in ("fingerprint", "code", "path", "source", "text", "note")}
            for item in entries
        ],
    }
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", errors="backslashreplace"
        )
    except OSError as error:
        raise ConfigError(f"baseline {path.as_posix()}: cannot be written ({error.strerror or error})") from error


def sort_document(
    document: DocumentPayload, path: str, baseline: Baseline, root: Path, signatures: Sequence[str]
) -> Sorted:
    """The document's findings against the baseline; `path` is the document's from the configuration's folder.

    Equal entries accept as many findings as there are of them. What the tool says of itself (TQ9xx) is never accepted.
    """
    known = {item.fingerprint: item for item in baseline.findings}
    # the entries of files that are gone, by content: the file was renamed
    moved = Counter(
        _content(item) for item in baseline.findings if item.path != path and not (root / item.path).exists()
    )
    changed_tool = not {*signatures} <= {*baseline.signature.split("; ")}
    unchanged = dict(baseline.documents).get(path) == digest(document)
    new, accepted, other = list[FindingPayload](), list[Accepted](), list[FindingPayload]()
    for finding in document["findings"]:
        made = accept(finding, document, path)
        if finding["code"].startswith("TQ9"):
            new.append(finding)
        elif finding["fingerprint"] in known:
            accepted.append(known[finding["fingerprint"]])
        elif moved[_content(made)] > 0:
            moved[_content(made)] -= 1
            accepted.append(made)
        else:
            (other if changed_tool and unchanged else new).append(finding)
    return Sorted(tuple(new), tuple(accepted), tuple(other))


def accept(finding: FindingPayload, document: DocumentPayload, path: str, note: str = "") -> Accepted:
    """The entry that accepts a finding."""
    segment = document["segments"][finding["segment"]] if finding["segment"] is not None else None
    source, text = (segment["source"], segment["text"]) if segment else (None, None)
    return Accepted(finding["fingerprint"], finding["code"], path, source, text, note)


def digest(document: DocumentPayload) -> str:
    """A digest of all texts of a document, both sides."""
    texts = [part or "" for segment in document["segments"] for part in (segment["source"], segment["text"])]
    return sha256("\x1f".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def prune(old: Baseline, checked: Iterable[str], accepted: Iterable[Accepted], root: Path) -> tuple[Accepted, ...]:
    """What an updated baseline holds: today's findings of the checked documents, with their old notes, and the entries of other files."""
    notes = {item.fingerprint: item.note for item in old.findings}
    by_content = {_content(item): item.note for item in old.findings}
    paths = set(checked)
    today = [
        Accepted(
            *(item.fingerprint, item.code, item.path, item.source, item.text),
            note=item.note or notes.get(item.fingerprint) or by_content.get(_content(item), ""),
        )
        for item in accepted
    ]
    others = [item for item in old.findings if item.path not in paths and (root / item.path).exists()]
    return tuple(dict.fromkeys([*today, *others]))


def _content(item: Accepted) -> tuple[str, str | None, str | None]:
    return item.code, item.source, item.text

"""The Python API: the same code as the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tqcheck.config import Plan
    from tqcheck.evidence import Engines
    from tqcheck.jobs import Job
    from tqcheck.model import Report


def check(
    translation: str | Path,
    source: str | Path | None = None,
    *,
    source_language: str = "",
    target_language: str = "",
    format: str = "",  # noqa: A002 - the name users know from the command line
    engine: str = "auto",
    pivot: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    fail_on: str = "major",
    min_confidence: float = 0.9,
    settings: Mapping[str, Any] | None = None,
    engines: Engines | None = None,
) -> Report:
    """Check one translation, with or without its source.

    Args:
        translation: a `Path` to a file, or the text itself as `str`.
        source: the same for the source.
        source_language, target_language: ISO 639 codes; identified where not given.
        format: reader for texts given as `str` (txt, md, html, tsv, jsonl); files go by their suffix.
        engine: auto, none, or NAME[:MODEL].
        pivot: without a source, show a round trip through this language.
        select, ignore: code prefixes such as TQ1 or TQ404.
        fail_on, min_confidence: what makes the verdict `fail`.
        settings: values that single checks read.
        engines: engines to use instead of those that `engine` names.

    Returns:
        A `Report` of one document, or of none with the reason in `Report.skipped`.

    Raises:
        ConfigError: an unknown code, engine or format.
        EngineError: an engine that was named is missing.
    """
    from tqcheck.config import Plan

    plan = Plan(
        source_language=source_language,
        target_language=target_language,
        engine=engine,
        pivot=pivot,
        select=tuple(select),
        ignore=tuple(ignore),
        fail_on=fail_on,
        min_confidence=min_confidence,
        settings=tuple(sorted((settings or {}).items())),
    )
    return check_documents([_job(translation, source, format)], plan, engines)


def check_documents(jobs: Sequence[Job], plan: Plan, engines: Engines | None = None) -> Report:
    """Check many documents in one run; see `tqcheck.jobs.Job` and `tqcheck.config.Plan`."""
    from tqcheck.pipeline import check_documents as run

    return run(jobs, plan, engines)


def _job(translation: str | Path, source: str | Path | None, format_name: str) -> Job:
    from tqcheck.jobs import Job

    path, data = _content(translation, "translation")
    source_path, source_data = _content(source, "source") if source is not None else ("", None)
    return Job(path=path, source_path=source_path, data=data, source_data=source_data, format=format_name)


def _content(given: str | Path, name: str) -> tuple[str, bytes | None]:
    """(path, bytes or None): text given as `str` goes by a name of its own and is never looked for on disk."""
    return (given.as_posix(), None) if isinstance(given, Path) else (name, given.encode("utf-8", "surrogatepass"))

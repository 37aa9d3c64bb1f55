"""File arguments to runs: each file goes with the nearest configuration, each configuration makes one run of jobs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqcheck.configuration import ConfigFile, Resolved, find_configuration, read_configuration, resolve
from tqcheck.errors import ConfigError
from tqcheck.jobs import Job

if TYPE_CHECKING:
    from tqcheck.changes import Changes
    from tqcheck.configuration.site import Page, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Jobs that share a configuration; `missing` holds (source path, its language, languages without a translation)."""

    settings: Resolved
    jobs: tuple[Job, ...]
    missing: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def plan_runs(
    files: Sequence[str], source: str, stdin_filename: str, config: str, isolated: bool, options: Mapping[str, Any]
) -> list[Run]:
    """One run for each configuration that holds for a file, in the order the files were given; without files, one for the whole site."""
    if len(files) > 1 and source and "{" not in source:
        raise ConfigError(
            f"--source {source} is one file for {len(files)} translations: give a pattern such as source/{{name}}"
        )
    groups: dict[Path | None, tuple[ConfigFile | None, list[str]]] = {}
    for name in files or ["."]:
        found = _configuration(Path(stdin_filename if name == "-" else name), config, isolated)
        groups.setdefault(found.path if found else None, (found, []))[1].append(name)
    return [
        _make_run(found, names if files else [], source, stdin_filename, options) for found, names in groups.values()
    ]


def _configuration(path: Path, config: str, isolated: bool) -> ConfigFile | None:
    if isolated:
        return None
    if config:
        return read_configuration(Path(config))
    return find_configuration(path if path.is_dir() else path.parent)


def _make_run(
    found: ConfigFile | None, names: Sequence[str], source: str, stdin_filename: str, options: Mapping[str, Any]
) -> Run:
    settings = resolve(found, options)
    if not names and not settings.layouts:
        raise ConfigError(
            "no files given, and no [[pairs]] in the configuration to find them by; `tqcheck init` writes one"
        )
    if source or not settings.layouts:
        return Run(settings=settings, jobs=tuple(_make_job(name, source, stdin_filename) for name in names))
    from tqcheck.configuration.site import survey

    site = survey(settings.root, settings.layouts)
    if not names:
        jobs = tuple(_page_job(page, settings.root) for page in site.pages)
        missing = tuple((_shown(name, settings.root), *rest) for name, *rest in site.missing)
        return Run(settings=settings, jobs=jobs, missing=missing)  # type: ignore[arg-type]
    return Run(settings=settings, jobs=tuple(_site_jobs(names, site, settings.root, stdin_filename)))


def _site_jobs(names: Sequence[str], site: Site, root: Path, stdin_filename: str) -> list[Job]:
    """A translation with the source that the layout gives it; a source stands for all its translations; other files stand alone."""
    from tqcheck.configuration.site import pages_of

    jobs: dict[str, Job] = {}
    for name in names:
        inside = _from_root(stdin_filename if name == "-" else name, root)
        pages = pages_of(site, [inside])
        if name == "-":
            page = next((page for page in pages if page.translation == inside), None)
            alone = _make_job(name, "", stdin_filename)
            jobs[name] = replace(_page_job(page, root), path=alone.path, data=alone.data) if page else alone
        elif pages:
            jobs.update((page.translation, _page_job(page, root)) for page in pages)
        else:
            jobs[inside] = _make_job(name, "", stdin_filename)
    return list(jobs.values())


def _page_job(page: Page, root: Path) -> Job:
    return Job(
        path=_shown(page.translation, root),
        source_path=_shown(page.source, root),
        source_language=_language(page.source_language),
        target_language=_language(page.language),
    )


def _language(folder: str) -> str:
    """The ISO 639 code of a folder's name: pt_BR and pt-BR are pt."""
    return folder.replace("_", "-").partition("-")[0].lower()


def _shown(name: str, root: Path) -> str:
    """A path from the root as the user would write it: from the working folder, if it lies there."""
    path = root / name
    working = Path.cwd()
    return path.relative_to(working).as_posix() if path.is_relative_to(working) else path.as_posix()


def _from_root(name: str, root: Path) -> str:
    path = Path(name).absolute()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else name


def changed_only(run: Run, changes: Changes) -> Run:
    """The run without the jobs whose translation and source are as they were."""
    jobs = tuple(job for job in run.jobs if job.data is not None or changes.includes((job.path, job.source_path)))
    missing = tuple(item for item in run.missing if changes.includes(item[:1]))
    return replace(run, jobs=jobs, missing=missing)


def _make_job(name: str, source: str, stdin_filename: str) -> Job:
    path = stdin_filename if name == "-" else name
    data = sys.stdin.buffer.read() if name == "-" else None
    return Job(path=path, source_path=fill_pattern(source, path), data=data)


def fill_pattern(pattern: str, path: str) -> str:
    """The source path for a translation: {name}, {stem}, {suffix}, {parent} of its path put in; an unknown field is an error."""
    part = Path(path)
    fields = {"name": part.name, "stem": part.stem, "suffix": part.suffix, "parent": part.parent.as_posix()}
    try:
        return pattern.format(**fields) if "{" in pattern else pattern
    except (KeyError, ValueError, IndexError) as error:
        raise ConfigError(f"--source {pattern!r}: unknown field {error}; known: {', '.join(fields)}") from error

"""Defaults, configuration file and command line put together: later ones win, and each setting remembers where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tqcheck.config import Plan
from tqcheck.configuration.discovery import ConfigFile
from tqcheck.configuration.keys import KEYS, convert_values
from tqcheck.configuration.layouts import Layout, read_layouts

BASELINE_NAME = "tqcheck-baseline.json"
"""The baseline that is used without being named, where it lies beside the configuration."""

_PLAN_KEYS = {
    "cache": "cache",
    "engine": "engine",
    "engine-settings": "engine_settings",
    "engines": "engines",
    "fail-on": "fail_on",
    "ignore": "ignore",
    "max-findings": "max_findings",
    "min-confidence": "min_confidence",
    "min-score": "min_score",
    "per-file-ignores": "per_file_ignores",
    "pivot": "pivot",
    "select": "select",
    "severity": "severities",
    "source-language": "source_language",
    "target-language": "target_language",
}
"""Key of the configuration -> field of the plan."""

_OWN_DEFAULTS: dict[str, Any] = {
    "baseline": "",
    "disclaimer": "ignore",
    "freshness": "dates",
    "glossary": (),
    "jobs": 1,
    "pairs": (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The settings of a run.

    Attributes:
        plan: what the checks and the gate read.
        layouts: how files are paired.
        baseline: file of accepted findings, absolute; None = none. Without a setting it is `BASELINE_NAME` beside the configuration.
        jobs: worker processes; 0 = one for each processor.
        root: folder that paths in fingerprints, patterns and baselines are relative to.
        origins: (key, value, where it came from), sorted by key.
    """

    plan: Plan
    layouts: tuple[Layout, ...]
    baseline: Path | None
    jobs: int
    root: Path
    origins: tuple[tuple[str, Any, str], ...]


def resolve(file: ConfigFile | None, options: Mapping[str, Any], working_folder: Path | None = None) -> Resolved:
    """The settings of a run.

    Args:
        file: the configuration; None = defaults.
        options: keys of the configuration that the command line gives; their paths are relative to the working folder.
        working_folder: default is the current one.

    Raises:
        ConfigError: an unknown key, a value that does not fit, a glossary that cannot be read.
    """
    working = (working_folder or Path.cwd()).absolute()
    root = file.root if file else working
    where = file.path.as_posix() if file else "defaults"
    written = convert_values(file.values, KEYS, where) if file else {}
    given = convert_values(options, KEYS, "")
    values = {**written, **given}
    folder = {key: working if key in given else root for key in ("baseline", "glossary")}
    from tqcheck.configuration.glossary import load_glossary

    languages = values.get("source-language", ""), values.get("target-language", "")
    terms = load_glossary(values["glossary"], folder["glossary"], *languages) if "glossary" in values else ()
    settings: list[tuple[str, Any]] = [(key, values[key]) for key in ("disclaimer", "freshness") if key in values]
    settings += [("glossary", terms)] if terms else []
    plan_values = {field: values[key] for key, field in _PLAN_KEYS.items() if key in values}
    baseline = values.get("baseline", "")
    if not baseline and file is not None and (root / BASELINE_NAME).is_file():
        baseline = BASELINE_NAME
    return Resolved(
        plan=Plan(**plan_values, settings=tuple(settings), root=root.as_posix()),
        layouts=read_layouts(values.get("pairs", ()), values.get("source-language", ""), where),
        baseline=folder["baseline"] / baseline if baseline else None,
        jobs=values.get("jobs", 1),
        root=root,
        origins=tuple(_origin(key, written, given, where) for key in sorted(KEYS)),
    )


def _origin(key: str, written: Mapping[str, Any], given: Mapping[str, Any], where: str) -> tuple[str, Any, str]:
    if key in given:
        return key, given[key], "command line"
    if key in written:
        return key, written[key], where
    defaults = {field.name: field.default for field in fields(Plan)}
    value = _OWN_DEFAULTS[key] if key in _OWN_DEFAULTS else defaults[_PLAN_KEYS[key]]
    return key, value, "default"

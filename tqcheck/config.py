"""The resolved configuration of a run: one frozen, hashable, picklable `Plan`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Any

from tqcheck.gate import stopping
from tqcheck.model import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to check and how strictly; every stage reads it, none changes it.

    Attributes:
        source_language, target_language: overrides; empty = identify.
        engine: auto (what is installed), none, or NAME[:MODEL].
        pivot: without a source, the language of the round trip shown as a reading aid.
        select, ignore: code prefixes; an empty `select` means every check.
        severities: (code, severity) overrides.
        fail_on: lowest severity that fails the run, or never.
        min_confidence: how sure the gate has to be of an error in a document, 0-1; the report shows the rest.
        min_score: lowest MQM score that passes; None = no floor.
        max_findings: how many findings pass at `fail_on` or above; 0 = none.
        cache: whether translations may be read from and written to the user's cache.
        calibrated: False = confidences stay the raw strengths of the checks, to fit a calibration on.
        settings: (name, value) pairs that single checks read through `Context.settings`.
        engines: (languages, engine) for single pairs, such as ("sr-en", "firefox"); they win over `engine`.
        engine_settings: (engine, its settings as pairs), what `[engine-settings.NAME]` says.
        per_file_ignores: (glob, code prefixes) for translations whose path from `root` fits the glob.
        root: folder that fingerprints and globs are relative to; empty = paths as they are given.
    """

    source_language: str = ""
    target_language: str = ""
    engine: str = "auto"
    pivot: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    fail_on: str = "major"
    min_confidence: float = 0.9
    min_score: float | None = None
    max_findings: int = 0
    cache: bool = True
    calibrated: bool = True
    settings: tuple[tuple[str, Any], ...] = ()
    engines: tuple[tuple[str, str], ...] = ()
    engine_settings: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    root: str = ""

    def relative(self, path: str) -> str:
        """The path from `root`, with forward slashes; as it is where it lies elsewhere."""
        if not self.root:
            return path
        absolute = Path(os.path.normpath(Path.cwd() / path))
        return absolute.relative_to(self.root).as_posix() if absolute.is_relative_to(self.root) else path

    def ignores_in(self, path: str, code: str) -> bool:
        """Whether a code is ignored in this one file."""
        name = self.relative(path)
        return any(
            code.startswith(prefixes) and (fnmatchcase(name, glob) or PurePosixPath(name).match(glob))
            for glob, prefixes in self.per_file_ignores
        )

    def selects(self, code: str) -> bool:
        """Whether a code is wanted: the longest matching prefix decides, `ignore` wins a draw."""
        chosen = max(
            (len(prefix) for prefix in self.select if code.startswith(prefix)), default=0 if self.select else 1
        )
        refused = max((len(prefix) for prefix in self.ignore if code.startswith(prefix)), default=-1)
        return chosen > max(refused, 0)

    def stops(self, findings: Sequence[tuple[Severity, float]]) -> list[bool]:
        """For each (severity, confidence) of one document, whether it fails the run."""
        return stopping(findings, self.fail_on, self.min_confidence)

"""What changed since a revision: files, and the lines of each, asked of git; a translation counts as changed when its source did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import ConfigError
from tqcheck.git import SHALLOW, is_shallow, run_git
from tqcheck.render.payload import DocumentPayload, FindingPayload

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_EVERYTHING = ((1, 10**9),)


@dataclass(frozen=True, slots=True)
class Changes:
    """Absolute path -> (first, last) lines that are new or changed; a file that is wholly new has one range for all of it."""

    lines: Mapping[Path, tuple[tuple[int, int], ...]]

    def includes(self, paths: Iterable[str]) -> bool:
        """Whether one of these files changed."""
        return any(_resolved(path) in self.lines for path in paths if path)

    def touches(self, finding: FindingPayload, document: DocumentPayload) -> bool:
        """Whether a finding's sentence changed on either side; what concerns the document as a whole always counts."""
        if finding["segment"] is None:
            return True
        segment = document["segments"][finding["segment"]]
        last = max(finding["span"]["end_line"], segment["line"])
        if self._changed(document["path"], min(finding["span"]["line"], segment["line"]), last):
            return True
        source_line = segment.get("source_line")
        return source_line is not None and self._changed(document["source_path"] or "", source_line, source_line)

    def _changed(self, path: str, first: int, last: int) -> bool:
        ranges = self.lines.get(_resolved(path), ()) if path else ()
        return any(start <= last and first <= end for start, end in ranges)


def _resolved(path: str | Path) -> Path:
    return Path(path).absolute().resolve()


def changes_since(revision: str, folder: Path) -> Changes:
    """What differs between the point where this branch left `revision` and the working tree, new files included.

    Raises:
        ConfigError: no git, no repository, an unknown revision, or a clone too shallow to tell.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").strip())
    base = _merge_base(top, revision)
    difference = _git(top, "-c", "core.quotepath=off", "diff", "--unified=0", "--no-color", "--no-ext-diff", base, "--")
    lines = {_resolved(top / name): tuple(ranges) for name, ranges in _ranges(difference).items()}
    for name in _git(top, "ls-files", "--others", "--exclude-standard", "-z").split("\0"):
        if name:
            lines[_resolved(top / name)] = _EVERYTHING
    return Changes(lines)


def _merge_base(top: Path, revision: str) -> str:
    try:
        return _git(top, "merge-base", revision, "HEAD").strip()
    except ConfigError as error:
        reason = (
            SHALLOW
            if is_shallow(top, asked="--changed-since")
            else "no such revision, or one without a common history; fetch it, or name another"
        )
        raise ConfigError(f"--changed-since {revision}: {reason}") from error


def _ranges(difference: str) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    name = ""
    for line in difference.splitlines():
        if line.startswith("+++ "):
            name = line[4:].strip().strip('"').removeprefix("b/")
            if name != "/dev/null":
                found.setdefault(name, [])
        elif (match := _HUNK.match(line)) and name in found:
            start, number = int(match[1]), int(match[2] or 1)
            # a deletion changes the sentence around it
            found[name].append((start, start + max(number, 1) - (number > 0)))
    return found


def _git(folder: Path, *arguments: str) -> str:
    return run_git(folder, *arguments, asked="--changed-since")

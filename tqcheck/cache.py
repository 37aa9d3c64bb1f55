"""What engines have already worked out, kept between runs: a sqlite file only its user can read.

Key: JSON array of engine signature, languages and text, so a new model, setting or text is a new entry. The cache may be deleted at any
time and never fails a run: a damaged file is thrown away, a full disk means that nothing is kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

_SCHEMA = "CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_WAIT_SECONDS = 10.0
_PAUSE_SECONDS = 0.02
_BATCH = 500
# one for all keys: json.dumps with own separators makes an encoder a call, a third of the time a cached text takes
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What `cache info` prints: where the file is, how many results it holds, its size in bytes."""

    path: Path
    entries: int
    size: int


def default_path() -> Path:
    """TQCHECK_CACHE, or `results.sqlite` in the user's cache folder."""
    given = os.environ.get("TQCHECK_CACHE", "")
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("tqcheck", appauthor=False) / "results.sqlite"


def make_key(signature: str, languages: Sequence[str], *texts: str | None) -> str:
    """The key of one result."""
    return dump_compact([signature, *languages, *texts])


def dump_compact(value: Any) -> str:
    """JSON in ASCII without spaces, as keys and values of the cache are written."""
    return _ENCODER.encode(value)


@dataclass(slots=True)
class ResultCache:
    """Results by key; `path` None = off, nothing is read or written. `problems` collects one line for each thing that went wrong.

    Safe for several processes at once (write-ahead log); holds no connection between calls, so it may be pickled and forked.
    """

    path: Path | None
    problems: list[str] = field(default_factory=list)

    def read(self, keys: Sequence[str]) -> dict[str, str]:
        """The values of those keys that are known."""
        if self.path is None or not self.path.exists():
            return {}
        parts = [keys[start : start + _BATCH] for start in range(0, len(keys), _BATCH)]

        def select(connection: sqlite3.Connection) -> dict[str, str]:
            found: dict[str, str] = {}
            for part in parts:
                marks = ",".join("?" * len(part))
                found.update(connection.execute(f"SELECT key, value FROM results WHERE key IN ({marks})", part))
            return found

        return self._run(select, {})

    def write(self, items: Mapping[str, str]) -> None:
        """Keep these results; equal keys are overwritten."""
        if self.path is None or not items:
            return

        def insert(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", sorted(items.items()))
            connection.commit()

        self._run(insert, None, writing=True)

    def info(self) -> CacheInfo | None:
        """Size and number of entries; None when the cache is off."""
        if self.path is None:
            return None
        if not self.path.exists():
            return CacheInfo(self.path, 0, 0)
        entries = self._run(lambda connection: int(connection.execute("SELECT count(*) FROM results").fetchone()[0]), 0)
        return CacheInfo(self.path, entries, sum(file.stat().st_size for file in self._files() if file.exists()))

    def clear(self) -> None:
        """Delete the file."""
        for file in self._files():
            file.unlink(missing_ok=True)

    def _run(self, work: Callable[[sqlite3.Connection], T], otherwise: T, *, writing: bool = False) -> T:
        """The work's result; what goes wrong in it ends here as a line in `problems`."""
        try:
            with closing(self._connect(writing=writing)) as connection:
                return work(connection)
        except sqlite3.OperationalError as error:
            # locked for too long, disk full, folder not writable: the file itself is sound
            self._note_unused(str(error))
        except (sqlite3.DatabaseError, UnicodeError) as error:
            self.clear()
            self._note(f"the cache {self.path} was damaged ({error}) and has been thrown away")
        except OSError as error:
            self._note_unused(error.strerror or str(error))
        return otherwise

    def _connect(self, *, writing: bool) -> sqlite3.Connection:
        assert self.path is not None
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # created by us first: sqlite gives its journals the mode of the file
        os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = sqlite3.connect(self.path, timeout=_WAIT_SECONDS)
        try:
            if writing:
                _set_wal(connection)
                connection.execute("PRAGMA synchronous=NORMAL")
            connection.execute(_SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _files(self) -> list[Path]:
        return [self.path.with_name(self.path.name + end) for end in ("", "-wal", "-shm")] if self.path else []

    def _note_unused(self, reason: str) -> None:
        """Said once, with the first reason: a full disk soon also looks like a locked file to the other threads."""
        unused = f"the cache {self.path} was not used ("
        if not any(problem.startswith(unused) for problem in self.problems):
            self._note(f"{unused}{reason})")

    def _note(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)


def _set_wal(connection: sqlite3.Connection) -> None:
    """Ask for the journal that lets readers and a writer go on at once; while another process does so, sqlite refuses without waiting."""
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE_SECONDS)

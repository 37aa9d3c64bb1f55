"""One Apertium mode as a chain of resident processes.

The programs run beside us and are only talked to (GPL). A mode's stages are joined with null flush: text, a null byte, and the answer
ends in a null byte. Source of the stream format: wiki.apertium.org/wiki/Apertium_stream_format.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import weakref
from contextlib import suppress
from pathlib import Path

import regex

from tqcheck.errors import EngineError

_TIMEOUT = 20.0
_END = ".[][\n]"
_ESCAPED = regex.compile(r"([\[\]\\^$/<>{}@])")


class Pipeline:
    """One mode as a chain of processes; started again after a crash, ended with the last reference to it."""

    def __init__(self, mode: Path) -> None:
        self._mode = mode
        self._process: subprocess.Popen[bytes] | None = None

    def translate(self, text: str) -> str | None:
        """The answer with marks on unknown words; None when a stage died, hung, or said nothing."""
        if not text.strip():
            return text
        process = self._start()
        assert process.stdin is not None
        try:
            process.stdin.write((_ESCAPED.sub(r"\\\1", text) + _END).encode("utf-8", "replace") + b"\0")
            process.stdin.flush()
            answer = self._read(process)
        except OSError:
            answer = None
        if answer is None:
            self.close()
            return None
        said = answer.decode("utf-8", "replace").strip("\0").removesuffix(_END)
        return regex.sub(r"\\(.)", r"\1", said) or None

    def close(self) -> None:
        """End the processes."""
        process, self._process = self._process, None
        if process is not None:
            _end(process, os.getpid())

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            command = read_mode(self._mode.read_text(encoding="utf-8"))
            try:
                self._process = subprocess.Popen(
                    ["/bin/sh", "-c", command],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
            except OSError as error:
                raise EngineError(f"apertium cannot be started ({error.strerror}): install it again") from error
            # a program that checks one text after the other must not gather processes
            weakref.finalize(self, _end, self._process, os.getpid())
        return self._process

    def _read(self, process: subprocess.Popen[bytes]) -> bytes | None:
        assert process.stdout is not None
        handle, parts = process.stdout.fileno(), b""
        while not parts.endswith(b"\0"):
            ready, _, _ = select.select([handle], [], [], _TIMEOUT)
            part = os.read(handle, 1 << 16) if ready else b""
            if not part:
                return None
            parts += part
        return parts


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    """Kill the whole group of a chain, unless it has ended or belongs to the process that this one was forked from; let go of its pipes."""
    if process.returncode is None and os.getpid() == owner:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            # what was not yet written to a dead process stays unwritten
            with suppress(OSError):
                stream.close()


def read_mode(text: str) -> str:
    """The shell command of a mode file with null flush in every stage; $1 asks for marks on unknown words, $2 is empty."""
    stages = [stage.strip().replace("$1", "-g").replace("$2", "") for stage in text.strip().split("|")]
    return " | ".join(_flush(stage) for stage in stages)


def _flush(stage: str) -> str:
    program, _, rest = stage.partition(" ")
    return f"{program} -z {rest}".strip()


def data_files(mode: Path) -> tuple[Path, ...]:
    """The mode file and the rules and dictionaries it names, as far as they are there."""
    named = regex.findall(r"'([^']+)'|(\S*/\S+)", mode.read_text(encoding="utf-8"))
    paths = (Path(quoted or plain) for quoted, plain in named)
    return (mode, *sorted({path for path in paths if path.is_file()}))

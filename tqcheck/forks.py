"""Work spread over copies of this process: they share all that it has read, and what they find out comes back pickled."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(work: Callable[[Item], Result], shares: Sequence[Sequence[Item]]) -> list[list[Result]]:
    """The results of `work` on every item, share by share: the first share is done here, each other one in a copy of this process.

    What a copy does not bring back, because it was killed or could not be made, is done here; so is everything where a process cannot
    be copied (anywhere but on Linux). `work` must not use threads: those of this process do not live on in its copies.
    """
    copies = [_copy(work, share) for share in shares[1:]]
    try:
        results = [[work(item) for item in share] for share in shares[:1]]
        for share, copy in zip(shares[1:], copies, strict=True):
            brought: list[Result] | None = copy.results() if copy else None
            results.append([work(item) for item in share] if brought is None else brought)
        return results
    finally:
        for copy in copies:
            if copy:
                copy.end()


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy of this process, by number, and the pipe from which its results are read."""

    number: int
    pipe: BinaryIO

    def results(self) -> Any:
        """What it found out, once it is done; None where it ended before."""
        try:
            return pickle.load(self.pipe)
        except (EOFError, OSError, pickle.UnpicklingError):
            return None

    def end(self) -> None:
        """Kill it, whatever it does, and forget it."""
        self.pipe.close()
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.number, 0)


def _copy(work: Callable[[Item], Result], share: Sequence[Item]) -> _Copy | None:
    """A copy of this process that does a share; None where there can be none."""
    if sys.platform != "linux":
        return None
    reader, writer = os.pipe()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # that other threads end: the copy uses none
            number = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if number == 0:
        _work_and_end(work, share, writer)
    os.close(writer)
    return _Copy(number, os.fdopen(reader, "rb"))


def _work_and_end(work: Callable[[Item], Result], share: Sequence[Item], writer: int) -> None:
    """In the copy: nothing of what this process would do at its end may be done twice, and an interrupt is the other's to tell."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        results = [work(item) for item in share]
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(results, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)

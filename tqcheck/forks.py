"""Work spread over copies of this process: they share all that it has read, and what they find out comes back pickled."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_NUMBER = 4
"""Bytes of the number of a group in the queue."""
_MOST_QUEUED = 1024
"""Groups in the queue: a pipe of one page holds them all before anybody reads it. Any more are done here, at the end."""


def spread(work: Callable[[Item], Result], groups: Sequence[Sequence[Item]], processes: int) -> list[list[Result]]:
    """The results of `work` on every item, group by group: each process takes the next group as soon as it has done its last one.

    What a copy does not bring back, because it was killed or could not be made, is done here; so is everything where a process cannot
    be copied (anywhere but on Linux). `work` must not use threads: those of this process do not live on in its copies.
    """
    if processes < 2 or sys.platform != "linux":
        return [[work(item) for item in group] for group in groups]
    with _queue(len(groups)) as queue:
        copies = [_copy(work, groups, queue) for _ in range(processes - 1)]
        try:
            results = _do(work, groups, queue)
            for copy in copies:
                results.update(copy.results() if copy else {})
        finally:
            for copy in copies:
                if copy:
                    copy.end()
    return [
        results[number] if number in results else [work(item) for item in group] for number, group in enumerate(groups)
    ]


@contextmanager
def _queue(size: int) -> Iterator[int]:
    """A pipe that holds the numbers of the groups: what one process has read from it no other one gets."""
    reader, writer = os.pipe()
    try:
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(b"".join(number.to_bytes(_NUMBER, "big") for number in range(min(size, _MOST_QUEUED))))
        yield reader
    finally:
        os.close(reader)


def _do(work: Callable[[Item], Result], groups: Sequence[Sequence[Item]], queue: int) -> dict[int, list[Result]]:
    """The results of those groups that this process gets, by number."""
    results = dict[int, list[Result]]()
    while number := os.read(queue, _NUMBER):
        group = int.from_bytes(number, "big")
        results[group] = [work(item) for item in groups[group]]
    return results


@dataclass(frozen=True, slots=True)
class _Copy:
    """A copy of this process, by number, and the pipe from which its results are read."""

    number: int
    pipe: BinaryIO

    def results(self) -> Any:
        """What it found out, once it is done, by the numbers of the groups; nothing where it ended before."""
        try:
            return pickle.load(self.pipe)
        except (EOFError, OSError, pickle.UnpicklingError):
            return {}

    def end(self) -> None:
        """Kill it, whatever it does, and forget it."""
        self.pipe.close()
        with suppress(ProcessLookupError):
            os.kill(self.number, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.number, 0)


def _copy(work: Callable[[Item], Result], groups: Sequence[Sequence[Item]], queue: int) -> _Copy | None:
    """A copy of this process that does its part of the groups; None where there can be none."""
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
        _work_and_end(work, groups, queue, writer)
    os.close(writer)
    return _Copy(number, os.fdopen(reader, "rb"))


def _work_and_end(work: Callable[[Item], Result], groups: Sequence[Sequence[Item]], queue: int, writer: int) -> None:
    """In the copy: nothing of what this process would do at its end may be done twice, and an interrupt is the other's to tell."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        results = _do(work, groups, queue)
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(results, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)

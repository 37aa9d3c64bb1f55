"""Runs many documents one after the other or in several processes; the outcomes come in the order of the jobs, with the same content."""

from __future__ import annotations

import pickle
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from tqcheck.config import Plan
from tqcheck.jobs import Job
from tqcheck.remembered import recall, remember
from tqcheck.render.payload import DocumentPayload, NoticePayload, SkippedPayload

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from tqcheck.evidence import Engines

MOST_JUDGING = 4
"""Processes over which one document is judged at most: each reads again what the whole of it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one job: a document or the reason why there is none, the notices of its run, the engines that measured it."""

    document: DocumentPayload | None
    skipped: tuple[SkippedPayload, ...]
    notices: tuple[NoticePayload, ...]
    signatures: tuple[str, ...]


def run(jobs: Sequence[Job], plan: Plan, processes: int = 1) -> Iterator[Outcome]:
    """One outcome a job, in order. Memory holds one document for each process, not the corpus.

    Args:
        jobs: what to check.
        plan: how; the same plan and files give the same outcomes whatever `processes` is.
        processes: workers; 0 = one for each processor.
    """
    processes = min(processes or _processors(), len(jobs))
    if processes <= 1:
        return map(partial(check_one, plan=plan, judging=min(_processors(), MOST_JUDGING)), jobs)
    return _spread(jobs, partial(check_one, plan=plan), processes)


def check_one(job: Job, plan: Plan, judging: int = 1) -> Outcome:
    """Check one document, or recall what an earlier run of the same tool made of the same files and settings.

    Args:
        job: the document.
        plan: how.
        judging: processes over which the judging of a long document is spread; its evidence is measured with all processors anyway.
    """
    known, problems = recall(job, plan) if plan.cache else (None, [])
    if known is not None:
        return Outcome(**known)
    from tqcheck.pipeline import check_documents
    from tqcheck.render.contract import to_payload

    report = check_documents([job], plan, _engines(pickle.dumps(plan)), judging)
    payload = to_payload(report)
    outcome = Outcome(
        document=payload["documents"][0] if payload["documents"] else None,
        skipped=tuple(payload["skipped"]),
        notices=(*payload["notices"], *map(_cache_notice, problems)),
        signatures=tuple(report.signature.split("; ")),
    )
    sound = report.verdict != "incomplete" and not any(notice["kind"] == "cache" for notice in outcome.notices)
    if plan.cache and outcome.document is not None and sound:
        fields = ("document", "skipped", "notices", "signatures")
        remember(job, plan, {name: getattr(outcome, name) for name in fields})
    return outcome


def _cache_notice(problem: str) -> NoticePayload:
    return {"kind": "cache", "message": problem}


@lru_cache(maxsize=4)
def _engines(plan: bytes) -> Engines:
    """The engines of a pickled plan: one process loads them once for all of its documents."""
    from tqcheck.pipeline import default_engines, needed
    from tqcheck.selection import selected_checks

    given: Plan = pickle.loads(plan)
    return default_engines(given, needed(selected_checks(given), given))


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _spread(jobs: Sequence[Job], work: partial[Outcome], processes: int) -> Iterator[Outcome]:
    """Spawned, not forked: model runtimes hold threads that do not survive a fork.

    A job whose process is killed is tried once more, alone.
    """
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[tuple[Job, Future[Outcome]]] = deque()
    pool = _pool(processes)
    left = iter(jobs)
    try:
        while True:
            while len(waiting) < 2 * processes and (job := next(left, None)) is not None:
                waiting.append((job, _submit(pool, work, job)))
            if not waiting:
                return
            job, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(processes)
                waiting = deque((other, _again(pool, work, other, done)) for other, done in waiting)
                yield _alone(work, job)
    except BaseException:
        _kill(pool)  # Ctrl-C must not wait for what is half done
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _kill(pool: ProcessPoolExecutor) -> None:
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()


def _submit(pool: ProcessPoolExecutor, work: partial[Outcome], job: Job) -> Future[Outcome]:
    """A job handed to the pool; where the pool has broken meanwhile, that is what its result says."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(work, job)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _again(pool: ProcessPoolExecutor, work: partial[Outcome], job: Job, done: Future[Outcome]) -> Future[Outcome]:
    finished = done.done() and not done.cancelled() and done.exception() is None
    return done if finished else _submit(pool, work, job)


def _alone(work: partial[Outcome], job: Job) -> Outcome:
    """The job in a process of its own; killed there too, it is what cost the process."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _pool(1) as pool:
            return pool.submit(work, job).result()
    except BrokenProcessPool:
        reason = "the process that checked it was killed twice, as happens when memory runs out: use fewer --jobs or a smaller model"
        return Outcome(
            document=None, skipped=({"path": job.path, "code": "TQ904", "reason": reason},), notices=(), signatures=()
        )


def _pool(processes: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(processes, get_context("spawn"), _leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

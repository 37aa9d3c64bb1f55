"""Cost of the rules: seconds for 3,000 words, how they grow with length, and what the command costs in a fresh process."""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path

from corpora.generators.records import Pair
from corpora.rules.articles import make_article, run_checks
from tqcheck.collecting import rest_collector
from tqcheck.config import Plan
from tqcheck.judge import judge_article
from tqcheck.registry import Check

SIZES = (300, 3_000, 30_000)
JUDGING = 2
"""Processes that judge one article where there are two processors (`tqcheck.runners`)."""
TIMES, LONG = 3, 20.0
"""How often each cost is measured at least, and for how many seconds shorter ones are measured again."""


def take_words(pairs: Sequence[Pair], words: int) -> list[Pair]:
    """Pairs in order, from the start again where they run out, until their translations hold so many words."""
    taken, count = list[Pair](), 0
    for pair in cycle(pairs):
        if count >= words:
            return taken
        taken.append(pair)
        count += len(pair.target.split())
    return taken


def seconds_of(pairs: Sequence[Pair], checks: Sequence[Check]) -> float:
    """CPU seconds for all checks on one article of these pairs."""
    article = make_article(pairs)
    start = time.process_time()
    sum(1 for _ in run_checks(article, checks))
    return time.process_time() - start


def seconds_waited(pairs: Sequence[Pair], checks: Sequence[Check]) -> float:
    """Seconds by the clock until an article of these pairs is judged in `JUDGING` processes, its findings made and weighed."""
    article, plan = make_article(pairs), Plan()
    start = time.perf_counter()
    judge_article(article, {check.code: check for check in checks}, plan, JUDGING)
    return time.perf_counter() - start


def seconds_fresh(pairs: Sequence[Pair], checks: Sequence[Check]) -> float:
    """CPU seconds of `tqcheck check` on one article with those checks that need no model: imports, tables and alignment included."""
    codes = ",".join(check.code for check in checks if not check.needs)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "source.txt"), Path(folder, "target.txt")
        source.write_text("\n\n".join(pair.source for pair in pairs) + "\n", encoding="utf-8")
        target.write_text("\n\n".join(pair.target for pair in pairs) + "\n", encoding="utf-8")
        languages = ["--from", pairs[0].source_language, "--to", pairs[0].target_language]
        command = [sys.executable, "-m", "tqcheck", "check", str(target), "--source", str(source), *languages]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [*command, "--select", codes, "--engine", "none", "--no-cache"], capture_output=True, check=False
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@dataclass(frozen=True, slots=True)
class Cost:
    """What an article of so many words takes, in seconds.

    Attributes:
        words: of the translation.
        seconds: CPU seconds of all checks, tables and dictionaries of other words read.
        waited: the same as one waits for it where the article is judged in `JUDGING` processes.
        fresh: CPU seconds of the command in a fresh process.
    """

    words: int
    seconds: float
    waited: float
    fresh: float


def measure_costs(pairs: Sequence[Pair], checks: Sequence[Check]) -> list[Cost]:
    """The cost at each length; what one measurement reads is forgotten before the next."""
    seconds_of(take_words(pairs[::-1], SIZES[0]), checks)
    rest_collector()  # as the command does before it runs
    return [_cost_of(take_words(pairs, size), size, checks) for size in SIZES]


def _cost_of(taken: Sequence[Pair], words: int, checks: Sequence[Check]) -> Cost:
    seconds, waited = (_apart(partial(measure, taken, checks)) for measure in (seconds_of, seconds_waited))
    return Cost(words, seconds, waited, seconds_fresh(taken, checks))


def _apart(measure: Callable[[], float]) -> float:
    """A measurement in a copy of this process: the shortest of several, since other work on the machine only ever lengthens it."""
    found, start = list[float](), time.perf_counter()
    while len(found) < TIMES or time.perf_counter() - start < LONG:
        found.append(_in_copy(measure))
    return min(found)


def _in_copy(measure: Callable[[], float]) -> float:
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=lambda: writer.send(measure()))
    process.start()
    writer.close()
    seconds: float = reader.recv()
    process.join()
    return seconds


def print_speed(pairs: Sequence[Pair], checks: Sequence[Check]) -> None:
    """Seconds of the first 300 words, which read the tables; then at each length; then by check at the middle one."""
    print(f"{SIZES[0]} words, tables read: {seconds_of(take_words(pairs[::-1], SIZES[0]), checks):.2f} s CPU")
    for cost in measure_costs(pairs, checks):
        print(
            f"{cost.words} words: {cost.seconds:.2f} s CPU; {cost.waited:.2f} s until {JUDGING} processes have judged; "
            f"the command in a fresh process {cost.fresh:.2f} s CPU"
        )
    middle = take_words(pairs[len(pairs) // 2 :], SIZES[1])
    for seconds, code in sorted(((seconds_of(middle, [check]), check.code) for check in checks), reverse=True):
        print(f"  {code} {seconds:.3f} s")

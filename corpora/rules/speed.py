"""Cost of the rules: CPU seconds for 3,000 words, how they grow with length, and what the command costs in a fresh process."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from corpora.generators.records import Pair
from corpora.rules.articles import make_article, run_checks
from tqcheck.registry import Check

SIZES = (300, 3_000, 30_000)


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


def measure_sizes(pairs: Sequence[Pair], checks: Sequence[Check]) -> list[tuple[int, float, float]]:
    """At each length: words, CPU seconds of all checks with tables and dictionaries read, CPU seconds of the command in a fresh process."""
    seconds_of(take_words(pairs[::-1], SIZES[0]), checks)
    gc.freeze()  # as the command does before it runs: of what is read by then, nothing is garbage
    return [
        (size, seconds_of(taken, checks), seconds_fresh(taken, checks))
        for size in SIZES
        for taken in [take_words(pairs, size)]
    ]


def print_speed(pairs: Sequence[Pair], checks: Sequence[Check]) -> None:
    """Seconds of the first 300 words, which read the tables; then at each length; then by check at the middle one."""
    print(f"{SIZES[0]} words, tables read: {seconds_of(take_words(pairs[::-1], SIZES[0]), checks):.2f} s CPU")
    for size, seconds, fresh in measure_sizes(pairs, checks):
        print(f"{size} words: {seconds:.2f} s CPU; the command in a fresh process {fresh:.2f} s")
    middle = take_words(pairs[len(pairs) // 2 :], SIZES[1])
    for seconds, code in sorted(((seconds_of(middle, [check]), check.code) for check in checks), reverse=True):
        print(f"  {code} {seconds:.3f} s")

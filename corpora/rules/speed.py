"""Cost of the rules: CPU seconds for 3,000 words, and how they grow with length, both within one run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import cycle

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


def measure_sizes(pairs: Sequence[Pair], checks: Sequence[Check]) -> list[tuple[int, float]]:
    """(words, CPU seconds of all checks) at each length; tables and dictionaries are read beforehand."""
    seconds_of(take_words(pairs[::-1], SIZES[0]), checks)
    return [(size, seconds_of(take_words(pairs, size), checks)) for size in SIZES]


def print_speed(pairs: Sequence[Pair], checks: Sequence[Check]) -> None:
    """Seconds of the first 300 words, which read the tables; then at each length; then by check at the middle one."""
    print(f"{SIZES[0]} words, tables read: {seconds_of(take_words(pairs[::-1], SIZES[0]), checks):.2f} s CPU")
    for size, seconds in measure_sizes(pairs, checks):
        print(f"{size} words: {seconds:.2f} s CPU")
    middle = take_words(pairs[len(pairs) // 2 :], SIZES[1])
    for seconds, code in sorted(((seconds_of(middle, [check]), check.code) for check in checks), reverse=True):
        print(f"  {code} {seconds:.3f} s")

"""Work spread over copies of the process comes back whole and in order, whatever becomes of the copies."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
import warnings

import pytest

from tqcheck.config import Plan
from tqcheck.forks import spread
from tqcheck.judge import judge_article
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.selection import selected_checks
from tqcheck.tasks import LEAST_PAIRS, group_tasks, list_tasks, worth_spreading

GROUPS = [[1, 2], [3], [4, 5, 6]]
SQUARES = [[1, 4], [9], [16, 25, 36]]

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


def test_results_keep_the_order_of_their_groups() -> None:
    assert spread(lambda number: number**2, GROUPS, 3) == SQUARES


@linux
def test_every_process_takes_groups_while_there_are_any() -> None:
    def work(_: int) -> int:
        time.sleep(0.05)
        return os.getpid()

    numbers = {number for group in spread(work, [[0]] * 12, 3) for number in group}
    assert os.getpid() in numbers
    assert len(numbers) == 3


def test_more_groups_than_the_queue_holds_are_all_done() -> None:
    groups = [[number] for number in range(10_000)]
    assert spread(lambda number: -number, groups, 2) == [[-number] for number in range(10_000)]


@linux
def test_what_a_killed_copy_owes_is_done_here() -> None:
    parent = os.getpid()

    def square(number: int) -> int:
        if number == 5 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return number**2

    assert spread(square, GROUPS, 3) == SQUARES


@linux
def test_what_cannot_be_sent_is_done_here() -> None:
    locks = [lock for group in spread(lambda _: threading.Lock(), [[0]] * 8, 2) for lock in group]
    assert all(lock.acquire(blocking=False) for lock in locks)


@linux
def test_an_error_here_leaves_no_copy_behind() -> None:
    (reader, writer), parent = os.pipe(), os.getpid()

    def fail(number: int) -> int:
        if os.getpid() == parent:
            raise KeyboardInterrupt
        signal.pause()
        return number

    with pytest.raises(KeyboardInterrupt):
        spread(fail, [[0], [1], [2]], 2)
    os.close(writer)  # the copy held the other one open
    assert select.select([reader], [], [], 10)[0]
    assert os.read(reader, 1) == b""
    os.close(reader)


def test_threads_that_rest_are_no_reason_for_a_warning() -> None:
    rest = threading.Event()
    thread = threading.Thread(target=rest.wait)
    thread.start()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert spread(lambda number: number**2, GROUPS, 3) == SQUARES
    finally:
        rest.set()
        thread.join()


SENTENCES = (
    ("Am 3. Mai kamen {0} Gäste nach Bonn.", "On 3 May {1} guests came to Bonn."),
    ("Der Minister sagte das nicht.", "The minister said so."),
    ("Die Brücke ist {0} Meter lang.", "The bridge  is {0} metres long ."),
)


def segment(text: str, block: int) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),), block=block)


def long_article(sentences: int) -> Article:
    """Sentences with a wrong figure, a lost negation or a stray space each."""
    texts = [(left, right) for _ in range(sentences // 3) for left, right in SENTENCES]
    numbered = [(left.format(n, n + 7), right.format(n, n + 7)) for n, (left, right) in enumerate(texts, 100)]
    start, targets = 0, list[Segment]()
    for block, (_, text) in enumerate(numbered):
        targets.append(Segment(text=text, runs=(Run(0, len(text), start, len(text)),), block=block))
        start += len(text) + 2
    pairs = tuple(
        Pair(source=segment(left, block), target=target, source_language="de", target_language="en")
        for block, ((left, _), target) in enumerate(zip(numbered, targets, strict=True))
    )
    text = "\n\n".join(right for _, right in numbered)
    document = Document(path="a.txt", text=text, blocks=tuple(targets), format="text")
    return Article(translation=document, source=None, source_language="de", target_language="en", pairs=pairs)


@pytest.mark.parametrize("processes", [2, 3])
def test_what_is_found_does_not_depend_on_the_number_of_processes(processes: int) -> None:
    article, checks = long_article(3 * LEAST_PAIRS), selected_checks(Plan(select=("TQ1", "TQ3", "TQ4", "TQ603")))
    alone = judge_article(article, checks, Plan())
    assert len({finding.code for finding in alone}) >= 3
    assert judge_article(article, checks, Plan(), processes) == alone


def test_every_task_is_in_one_group_and_a_pair_is_not_torn() -> None:
    article, checks = long_article(4 * LEAST_PAIRS), selected_checks(Plan(select=("TQ1", "TQ3", "TQ4")))
    tasks = list_tasks(checks, article)
    whole, *groups = group_tasks(tasks, len(article.pairs))
    assert sorted(number for group in (whole, *groups) for number in group) == list(range(len(tasks)))
    assert {tasks[number].index for number in whole} == {-1}
    owners = [{tasks[number].index for number in group} for group in groups]
    assert all(owners)
    assert sum(map(len, owners)) == len(frozenset().union(*owners)) == len(article.pairs)


def test_a_short_article_stays_in_one_process() -> None:
    assert [worth_spreading(pairs, 8) for pairs in (LEAST_PAIRS, 3 * LEAST_PAIRS, 100 * LEAST_PAIRS)] == [1, 3, 8]

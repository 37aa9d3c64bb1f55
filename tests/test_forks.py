"""Work spread over copies of the process comes back whole and in order, whatever becomes of the copies."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import warnings

import pytest

from tqcheck.config import Plan
from tqcheck.forks import spread
from tqcheck.judge import judge_article
from tqcheck.model import Article, Document, Pair, Run, Segment
from tqcheck.selection import selected_checks
from tqcheck.tasks import LEAST_PAIRS, list_tasks, share_out

SHARES = [[1, 2], [3], [4, 5, 6]]
SQUARES = [[1, 4], [9], [16, 25, 36]]

linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


def test_results_keep_the_order_of_their_shares() -> None:
    assert spread(lambda number: number**2, SHARES) == SQUARES


@linux
def test_every_share_but_the_first_has_a_process_of_its_own() -> None:
    (own,), *others = spread(lambda _: os.getpid(), [[0], [0], [0]])
    assert own == os.getpid()
    assert len({own, *(number for (number,) in others)}) == 3


@linux
def test_what_a_killed_copy_owes_is_done_here() -> None:
    parent = os.getpid()

    def square(number: int) -> int:
        if number == 5 and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return number**2

    assert spread(square, SHARES) == SQUARES


@linux
def test_what_cannot_be_sent_is_done_here() -> None:
    (_,), (lock,) = spread(lambda _: threading.Lock(), [[0], [0]])
    assert lock.acquire(blocking=False)


@linux
def test_an_error_here_leaves_no_copy_behind() -> None:
    reader, writer = os.pipe()

    def fail(number: int) -> int:
        if number == 0:
            raise KeyboardInterrupt
        signal.pause()
        return number

    with pytest.raises(KeyboardInterrupt):
        spread(fail, [[0], [1]])
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
            assert spread(lambda number: number**2, SHARES) == SQUARES
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


def test_every_task_is_in_one_share_and_a_pair_is_not_torn() -> None:
    article, checks = long_article(4 * LEAST_PAIRS), selected_checks(Plan(select=("TQ1", "TQ3", "TQ4")))
    tasks = list_tasks(checks, article)
    shares = share_out(tasks, len(article.pairs), 3)
    assert sorted(number for share in shares for number in share) == list(range(len(tasks)))
    owners = [{tasks[number].index for number in share if tasks[number].index >= 0} for share in shares]
    assert all(owners)
    assert not owners[0] & owners[1] | owners[0] & owners[2] | owners[1] & owners[2]


def test_a_short_article_stays_in_one_process() -> None:
    article, checks = long_article(LEAST_PAIRS), selected_checks(Plan(select=("TQ1",)))
    assert len(share_out(list_tasks(checks, article), len(article.pairs), 8)) == 1

"""What there is to judge in an article: every check on every one of its subjects, and who judges what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.model import Article, Pair, join_segments
from tqcheck.registry import Check

LEAST_PAIRS = 24
"""Pairs that every process must get to judge: for fewer, copying a process takes longer than it saves."""
GROUP, MOST_GROUPS = 4, 1000
"""Pairs that a process takes at a time, at least, and into how many groups an article is divided at most."""


@dataclass(frozen=True, slots=True)
class Task:
    """One check on one subject: a pair by its index, or a paragraph or the article (-1)."""

    check: Check
    index: int
    subject: Pair | Article


def list_tasks(checks: Mapping[str, Check], article: Article) -> list[Task]:
    """All that the checks judge, check by check, in the order of the text."""
    blocks = [(-1, pair) for pair in block_pairs(article)]
    return [
        Task(check, index, subject) for check in checks.values() for index, subject in _subjects(check, article, blocks)
    ]


def group_tasks(tasks: Sequence[Task], pairs: int) -> list[list[int]]:
    """The numbers of the tasks by who does them together: the paragraphs and the whole first, then what is judged of some pairs."""
    size = max(GROUP, pairs // MOST_GROUPS)
    groups: list[list[int]] = [[] for _ in range(1 + -(-pairs // size))]
    for number, task in enumerate(tasks):
        groups[1 + task.index // size if task.index >= 0 else 0].append(number)
    return groups


def worth_spreading(pairs: int, processes: int) -> int:
    """Over how many of the processes so many pairs are spread."""
    return max(1, min(processes, pairs // LEAST_PAIRS))


def _subjects(
    check: Check, article: Article, blocks: Sequence[tuple[int, Pair]]
) -> Iterable[tuple[int, Pair | Article]]:
    """(pair index or -1, subject) for the scope of the check; `blocks` are the paragraphs."""
    if check.scope == "document":
        return [(-1, article)]
    pairs = enumerate(article.pairs) if check.scope == "pair" else blocks
    return [(index, pair) for index, pair in pairs if (pair.target or pair.source).kind in check.kinds]  # type: ignore[union-attr]


def block_pairs(article: Article) -> list[Pair]:
    """Paragraphs of the translation as pairs; the source is what is aligned to their sentences, joined, or None."""
    parts: dict[int, list[Pair]] = {}
    for pair in article.pairs:
        if pair.target is not None:
            parts.setdefault(pair.target.block, []).append(pair)
    return [_block_pair(article, index, parts.get(index, [])) for index in range(len(article.translation.blocks))]


def _block_pair(article: Article, index: int, parts: Sequence[Pair]) -> Pair:
    sources = tuple(pair.source for pair in parts if pair.source is not None)
    return Pair(
        source=join_segments(sources) if sources else None,
        target=article.translation.blocks[index],
        source_language=article.source_language,
        target_language=article.target_language,
    )

"""Find two sentences of one document that say the same, and the words in which they differ.

Words are matched as a bag (so word order does not count) by case-folded form, stem or long common prefix (so inflection does
not count); closed-class words never decide. Sentences written without spaces are matched by characters in order. Leading and
trailing clauses without a counterpart (attributions, elaborations) are cut off before the two are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tqcheck.text.statement_words import CONTENTFUL, Word, same_word


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one sentence that the other lacks: word indexes [first, last], and what stands in their place on the other side."""

    first: int
    last: int
    kind: Literal["participant", "negation", "number", "content"]
    replaced: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two sentences relate: shares of their content that the other has (0-1), matched content words, differences per side.

    `links` are (left, right) indexes of words that are forms of one.
    """

    coverage: tuple[float, float]
    matched: int
    left: tuple[Difference, ...]
    right: tuple[Difference, ...]
    links: tuple[tuple[int, int], ...] = ()

    @property
    def turned(self) -> Comparison:
        """The same comparison with the sentences exchanged."""
        links = tuple(sorted((j, i) for i, j in self.links))
        return Comparison(self.coverage[::-1], self.matched, self.right, self.left, links)


def compare(left: Sequence[Word], right: Sequence[Word]) -> Comparison:
    """Match two sentences word by word and describe what is left over."""
    links = _match(left, right)
    back = {j: i for i, j in links.items()}
    left_core, right_core = _core(left, set(links)), _core(right, set(back))
    coverage = (_coverage(left_core, left, set(links)), _coverage(right_core, right, set(back)))
    matched = sum(left[i].role in CONTENTFUL for i in links)
    return Comparison(
        coverage,
        matched,
        tuple(_differences(left, right, links, left_core, right_core)),
        tuple(_differences(right, left, back, right_core, left_core)),
        tuple(sorted(links.items())),
    )


def _match(left: Sequence[Word], right: Sequence[Word]) -> dict[int, int]:
    """One-to-one links; equal forms first, then inflected ones; among several the nearest to the running diagonal."""
    links, free = dict[int, int](), set(range(len(right)))
    for exact in (True, False):
        for i, word in enumerate(left):
            if i in links:
                continue
            fits = [j for j in free if (word.form == right[j].form if exact else same_word(word, right[j]))]
            if fits:
                links[i] = min(fits, key=lambda j: (abs(j - _expected(i, links)), j))
                free.discard(links[i])
    return links


def _expected(index: int, links: dict[int, int]) -> int:
    before = max((i for i in links if i < index), default=None)
    return index if before is None else links[before] + index - before


def _core(words: Sequence[Word], linked: set[int]) -> range:
    """Word indexes left after cutting the clauses at either end that have no counterpart or only attribute the statement."""
    alive = {word.clause for i, word in enumerate(words) if i in linked and word.role in CONTENTFUL}
    stating = {clause for clause in alive if not _attributes(clause, words, linked)} or alive
    inside = [i for i, word in enumerate(words) if stating and min(stating) <= word.clause <= max(stating)]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _attributes(clause: int, words: Sequence[Word], linked: set[int]) -> bool:
    """Whether a clause says who says it: it has a reporting word and less than four fifths of its content on the other side."""
    inside = [i for i, word in enumerate(words) if word.clause == clause]
    contents = [i for i in inside if words[i].role in CONTENTFUL]
    reporting = any(words[i].role == "reporting" for i in inside)
    return reporting and sum(i in linked for i in contents) < 0.8 * len(contents)


def _coverage(core: range, words: Sequence[Word], linked: set[int]) -> float:
    contents = [i for i in core if words[i].role in CONTENTFUL]
    return sum(i in linked for i in contents) / len(contents) if contents else 0.0


def _differences(
    words: Sequence[Word], other: Sequence[Word], links: dict[int, int], core: range, other_core: range
) -> list[Difference]:
    found, run = list[Difference](), list[int]()
    for i in [*core, -1]:
        if i >= 0 and i not in links:
            run.append(i)
            continue
        if run and (difference := _describe(run, words, other, links, other_core)):
            found.append(difference)
        run = []
    return found


def _describe(
    run: list[int], words: Sequence[Word], other: Sequence[Word], links: dict[int, int], other_core: range
) -> Difference | None:
    heavy = [i for i in run if words[i].role not in ("function", "reporting")]
    if not heavy:
        return None
    roles = Counter(words[i].role for i in heavy)
    first, last = heavy[0], heavy[-1]
    kind: Literal["participant", "negation", "number", "content"] = "content"
    if roles["negation"]:
        kind, (first, last) = "negation", _ends(heavy, words, "negation")
    elif not roles["content"] and not roles["name"] and roles["participant"]:
        kind, first = "participant", _with_preposition(first, run, words)
    elif roles["number"] and not roles["content"] and not roles["name"]:
        kind = "number"
    else:
        first = _with_preposition(first, run, words)
    return Difference(first, last, kind, _slot(run, other, links, other_core))


def _with_preposition(first: int, run: list[int], words: Sequence[Word]) -> int:
    """The word before the first one if it is unmatched too and in the same clause: "to him", "for now"."""
    return first - 1 if first - 1 in run and words[first - 1].clause == words[first].clause else first


def _ends(indexes: Sequence[int], words: Sequence[Word], role: str) -> tuple[int, int]:
    chosen = [i for i in indexes if words[i].role == role]
    return chosen[0], chosen[-1]


def _slot(run: list[int], other: Sequence[Word], links: dict[int, int], other_core: range) -> tuple[int, ...]:
    """Unmatched, meaningful words of the other side that stand where the run would stand there.

    They must adjoin both neighbours of the run, since sentences are reordered; a name or a figure counts beside either one.
    """
    before = max((i for i in links if i < run[0]), default=None)
    after = min((i for i in links if i > run[-1]), default=None)
    taken = set(links.values())
    left = _walk(links[before] + 1 if before is not None else other_core.start, 1, other, taken, other_core)
    right = _walk(links[after] - 1 if after is not None else other_core.stop - 1, -1, other, taken, other_core)
    return tuple(sorted((left & right) | {j for j in left | right if other[j].role in ("name", "number")}))


def _walk(start: int, step: int, words: Sequence[Word], taken: set[int], core: range) -> set[int]:
    """Meaningful words from `start` on in one direction, up to the next matched one."""
    found, index = set[int](), start
    while 0 <= index < len(words) and index not in taken:
        if index in core and words[index].role not in ("function", "reporting"):
            found.add(index)
        index += step
    return found

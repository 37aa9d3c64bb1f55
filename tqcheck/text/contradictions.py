"""Two sentences that tell one event in different words and contradict each other in one fact.

Unlike a restatement, most wording may differ; so only facts of closed kinds are compared, each beside a word that both sentences
have: a figure or day with the same unit, a quantity of the same thing, a negation of the same verb, who acts and who is acted on.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from tqcheck.text.calendar_words import is_calendar_word
from tqcheck.text.language_codes import ONE_LANGUAGE, primary
from tqcheck.text.restatement import Comparison
from tqcheck.text.statement_words import Word

Fact = Literal["number", "quantity", "negation", "roles"]
LEAST_SHARED = 3
"""Content words that both sentences must have, so that they can be about one event."""
LEAST_PLAIN = 2
"""How many of these must be no names: an event has a verb and a thing."""
LEAST_COVERAGE = 0.6
"""Share of the shorter sentence's content that the other one has."""
REACH = 3
"""Words between a fact and the shared word it belongs to."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Word indexes [first, last] of the fact in the later sentence (or in the only one that has it: `earlier` = True)."""

    first: int
    last: int
    fact: Fact
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What two sentences share: their words, and links from words of the one to forms of the same word in the other."""

    one: Sequence[Word]
    other: Sequence[Word]
    links: Mapping[int, int]
    language: str

    @property
    def turned(self) -> Frame:
        """The same frame seen from the other sentence."""
        return Frame(self.other, self.one, {j: i for i, j in self.links.items()}, self.language)


def contradictions(
    earlier: Sequence[Word], later: Sequence[Word], comparison: Comparison, language: str
) -> Iterator[Contradiction]:
    """The facts in which two sentences of one document contradict each other; at most one a pair, the surest kind first."""
    frame = Frame(later, earlier, {j: i for i, j in comparison.links}, language)
    if not _tell_one_event(frame):
        return
    for find in (_roles, _negation, _quantity, _number):
        found = next(find(frame), None)
        if found:
            yield found
            return


def _tell_one_event(frame: Frame) -> bool:
    shared = [i for i in frame.links if frame.one[i].role in ("content", "name")]
    plain = [i for i in shared if frame.one[i].role == frame.other[frame.links[i]].role == "content"]
    coverage = max(_coverage(frame), _coverage(frame.turned))
    strange = _strange_names(frame) and _strange_names(frame.turned)
    return len(shared) >= LEAST_SHARED and len(plain) >= LEAST_PLAIN and coverage >= LEAST_COVERAGE and not strange


def _coverage(frame: Frame) -> float:
    contents = [i for i, word in enumerate(frame.one) if word.role in ("content", "name")]
    return sum(i in frame.links for i in contents) / len(contents) if contents else 0.0


def _strange_names(frame: Frame) -> bool:
    return any(word.role == "name" and i not in frame.links for i, word in enumerate(frame.one))


def _number(frame: Frame) -> Iterator[Contradiction]:
    """One figure, day or month on each side that the other lacks, with the same word beside it or of the same kind."""
    mine, theirs = _unmatched_numbers(frame), _unmatched_numbers(frame.turned)
    if len(mine) != 1 or len(theirs) != 1:
        return
    i, j = mine[0], theirs[0]
    words = frame.one[i], frame.other[j]
    days = [is_calendar_word(word.form, frame.language) for word in words]
    if words[0].form[:4] == words[1].form[:4]:
        return
    shared = sum(frame.one[k].role in ("content", "name") for k in frame.links if abs(k - i) > 2)
    if shared > LEAST_SHARED and (all(days) or (not any(days) and _same_unit(frame, i, j))):
        yield Contradiction(i, i, "number")


def _unmatched_numbers(frame: Frame) -> list[int]:
    return [i for i, word in enumerate(frame.one) if word.role == "number" and i not in frame.links]


def _same_unit(frame: Frame, i: int, j: int) -> bool:
    return any(
        frame.links.get(i + step) == j + step and frame.one[i + step].role == "content"
        for step in (1, -1)
        if i + step >= 0
    )


def _quantity(frame: Frame) -> Iterator[Contradiction]:
    """All on one side and some on the other, of the same thing."""
    words = _table(frame.language)
    for ours, theirs in (("some", "all"), ("all", "some")):
        mine, others = _places(frame.one, words[ours]), _places(frame.other, words[theirs])
        same = [
            i for i in mine for j in others if _nearest_shared(frame, i) == _nearest_shared(frame.turned, j, back=True)
        ]
        blank = not _places(frame.one, words[theirs]) and not _places(frame.other, words[ours])
        if same and blank and _nearest_shared(frame, same[0]) is not None:
            yield Contradiction(same[0], same[0], "quantity")


def _places(words: Sequence[Word], forms: frozenset[str]) -> list[int]:
    return [i for i, word in enumerate(words) if word.form in forms]


def _nearest_shared(frame: Frame, index: int, *, back: bool = False) -> int | None:
    """The shared content word next to an index, after it or else before it; as an index of the other sentence if `back`."""
    after = range(index + 1, min(len(frame.one), index + 1 + REACH))
    before = range(index - 1, max(-1, index - 1 - REACH), -1)
    near = next((i for i in (*after, *before) if i in frame.links and frame.one[i].role == "content"), None)
    return frame.links[near] if back and near is not None else near


def _negation(frame: Frame) -> Iterator[Contradiction]:
    """A negation beside a shared word on one side, none at all on the other."""
    without = _table(frame.language)["without"]
    mine, theirs = (
        [i for i, word in enumerate(words) if word.role == "negation" and word.form not in without]
        for words in (frame.one, frame.other)
    )
    if bool(mine) == bool(theirs):
        return
    side = frame if mine else frame.turned
    indexes = mine or theirs
    beside = _nearest_content(side, indexes[0])
    if beside in side.links and min(_coverage(frame), _coverage(frame.turned)) >= 0.5:
        yield Contradiction(
            indexes[0], indexes[-1] if indexes[-1] - indexes[0] <= REACH else indexes[0], "negation", earlier=not mine
        )


def _nearest_content(frame: Frame, index: int) -> int | None:
    """The content word that follows within reach, or else the one before; None without."""
    after = range(index + 1, min(len(frame.one), index + 1 + REACH))
    before = range(index - 1, max(-1, index - 1 - REACH), -1)
    return next((i for i in (*after, *before) if frame.one[i].role == "content"), None)


def _roles(frame: Frame) -> Iterator[Contradiction]:
    """Two shared names, one sentence passive: the one who acts here is acted on there."""
    names = [i for i in frame.links if frame.one[i].role == "name" or frame.other[frame.links[i]].role == "name"]
    if len(names) != 2:
        return
    mine, theirs = (
        _agent(frame.one, names, frame.language),
        _agent(frame.other, [frame.links[i] for i in names], frame.language),
    )
    if (mine is None) == (theirs is None):
        return
    first = min(names) if mine is None else mine
    other = theirs if theirs is not None else min(frame.links[i] for i in names)
    if frame.links[first] != other:
        yield Contradiction(min(names), max(names), "roles")


def _agent(words: Sequence[Word], names: Sequence[int], language: str) -> int | None:
    """The name after the preposition that names who acts, in a passive sentence; None in an active one."""
    table = _table(language)
    for name in sorted(names):
        near = range(max(0, name - 3), name)
        if any(words[i].form in table["agents"] for i in near) and any(
            word.form in table["passive"] for word in words[:name]
        ):
            return name
    return None


@cache
def _table(language: str) -> Mapping[str, frozenset[str]]:
    text = files("tqcheck.text").joinpath("data/quantities.toml").read_text(encoding="utf-8")
    entry = tomllib.loads(text).get(ONE_LANGUAGE.get(primary(language), primary(language)), {})
    return {kind: frozenset(entry.get(kind, "").split()) for kind in ("all", "some", "agents", "passive", "without")}

"""The records of the generators: what goes in (Pair, Corpus) and what comes out (Damage)."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from corpora.generators.text import words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A clean sentence or paragraph pair; languages are BCP 47 tags such as ``sr-Cyrl``."""

    identifier: str
    source: str
    target: str
    source_language: str
    target_language: str

    @property
    def languages(self) -> str:
        return f"{self.source_language}-{self.target_language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A damaged target; ``start`` and ``end`` are code points of ``text``, equal where something was lost."""

    text: str
    start: int
    end: int
    code: str
    severity: str
    kind: str
    source_span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Corpus:
    """All pairs of a run: the pool from which replacement words, names and sentences are drawn.

    `attested` tells the names of an English sentence, where something better than its capitals knows them.
    """

    pairs: Sequence[Pair]
    attested: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _known: dict[tuple[str, str], Any] = field(default_factory=dict)

    def once(self, name: str, language: str, compute: Callable[[], Any]) -> Any:
        """What ``compute`` gave the first time for this name and language."""
        if (name, language) not in self._known:
            self._known[name, language] = compute()
        return self._known[name, language]

    def vocabulary(self, language: str) -> Counter[str]:
        """Word counts of all targets in ``language``."""
        return self.once(
            "vocabulary", language, lambda: Counter(w.text for t in self.targets(language) for w in words_of(t))
        )

    def targets(self, language: str) -> list[str]:
        """All targets in ``language``, in corpus order."""
        return self.once("targets", language, lambda: [p.target for p in self.pairs if p.target_language == language])


Operator = Callable[[Pair, Corpus, Random], Damage | None]

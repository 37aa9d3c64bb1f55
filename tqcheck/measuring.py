"""What a measurement works with: the engines of a run, and the pairs of all its articles with what is known of them so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tqcheck.cache import ResultCache
from tqcheck.engines.base import Embedder, Estimator, Scorer, Translator
from tqcheck.engines.routes import find_scorer, find_second, find_translator
from tqcheck.model import Article, Notice, Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Engines:
    """The engines of a run.

    Attributes:
        name: `auto`, `none` or `NAME[:MODEL]`.
        by_pair: engine names for single pairs of languages, "sr-en" -> name; they win over `name`.
        settings: what engine factories read.
        estimator, embedder: the embedded model, where it is installed.
        cache: results between runs.
        pivot: without a source, the language of the round trip that is shown as a reading aid; empty = none.
        loaded: engines by what was asked for: a run of many documents loads each model once.
    """

    name: str = "auto"
    by_pair: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    estimator: Estimator | None = None
    embedder: Embedder | None = None
    cache: ResultCache = field(default_factory=lambda: ResultCache(None))
    pivot: str = ""
    loaded: dict[tuple[str, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def translator(self, source: str, target: str, article: tuple[str, str]) -> Translator | None:
        """The translator of one direction, for an article's (source, target) languages."""
        key = ("translator", name := self.choice(article), source, target)
        if key not in self.loaded:
            self.loaded[key] = find_translator(name, source, target, self.settings)
        found: Translator | None = self.loaded[key]
        return found

    def second(self, source: str, target: str, article: tuple[str, str]) -> Translator | None:
        """Another translator of the same direction, where `auto` finds two."""
        key = ("second", name := self.choice(article), source, target)
        if key not in self.loaded:
            self.loaded[key] = find_second(name, source, target, self.settings)
        found: Translator | None = self.loaded[key]
        return found

    def scorer(self, source: str, target: str) -> Scorer | None:
        """The scorer of one direction."""
        key = ("scorer", name := self.choice((source, target)), source, target)
        if key not in self.loaded:
            self.loaded[key] = find_scorer(name, source, target, self.settings)
        found: Scorer | None = self.loaded[key]
        return found

    def choice(self, article: tuple[str, str]) -> str:
        """The engine name for an article's (source, target) languages."""
        return self.by_pair.get("-".join(article), self.name)


@dataclass(slots=True)
class Work:
    """The pairs of all articles, flat, and what is known of them so far; places are (article index, pair index)."""

    pairs: dict[tuple[int, int], Pair]
    articles: Sequence[Article]
    notices: list[Notice]

    def languages(self) -> list[tuple[str, str]]:
        """The (source, target) languages that occur, in order."""
        return list(dict.fromkeys((item.source_language, item.target_language) for item in self.articles))

    def places(self, languages: tuple[str, str]) -> list[tuple[int, int]]:
        """Places of the pairs in these languages."""
        return [
            place
            for place in self.pairs
            if (self.articles[place[0]].source_language, self.articles[place[0]].target_language) == languages
        ]

    def add(self, place: tuple[int, int], **measured: Any) -> None:
        """Attach evidence to a pair."""
        pair = self.pairs[place]
        self.pairs[place] = replace(pair, evidence=replace(pair.evidence, **measured))

    def note(self, kind: str, message: str) -> None:
        """Tell the reader once."""
        if Notice(kind, message) not in self.notices:
            self.notices.append(Notice(kind, message))

"""From a name on the command line to an engine: the table of engines, what `auto` picks, routes that chain two engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any

from tqcheck.engines.base import Scorer, Translator
from tqcheck.engines.cached import signature_of
from tqcheck.engines.languages import nearest_pair
from tqcheck.engines.relayed import RelayedScorer
from tqcheck.engines.watchdog import merge
from tqcheck.errors import ConfigError, EngineError, MissingEngineError
from tqcheck.model import Translation
from tqcheck.registry import choose_value, load

ENGINES: dict[str, str] = {
    "apertium": "tqcheck.engines.apertium:create",
    "ctranslate2": "tqcheck.engines.ctranslate2.translate:create",
    "firefox": "tqcheck.engines.firefox.translate:create",
    "http": "tqcheck.engines.http.translate:create",
    "transformers": "tqcheck.engines.transformers.translate:create",
}
"""Translators by name: "module:factory"; a factory takes the settings and returns a `Translator`."""

SCORERS: dict[str, str] = {
    "ctranslate2": "tqcheck.engines.ctranslate2.score:create",
    "firefox": "tqcheck.engines.firefox.score:create",
    "transformers": "tqcheck.engines.transformers.score:create",
}
"""Scorers by name, likewise."""

AUTO = ("firefox", "apertium")
"""What `auto` tries, best measured first; never an engine that sends text away."""

ROUTES: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {
    ("en", "es"): (("firefox", "en", "pt"), ("apertium", "pt", "es")),
    ("es", "en"): (("apertium", "es", "pt"), ("firefox", "pt", "en")),
    ("en", "ca"): (("firefox", "en", "pt"), ("apertium", "pt", "ca")),
    ("ca", "en"): (("apertium", "ca", "pt"), ("firefox", "pt", "en")),
    ("en", "fr"): (("firefox", "en", "pt"), ("apertium", "pt", "ca"), ("apertium", "ca", "fr")),
    ("fr", "en"): (("apertium", "fr", "ca"), ("apertium", "ca", "pt"), ("firefox", "pt", "en")),
    ("en", "it"): (("firefox", "en", "pt"), ("apertium", "pt", "ca"), ("apertium", "ca", "it")),
    ("it", "en"): (("apertium", "it", "ca"), ("apertium", "ca", "pt"), ("firefox", "pt", "en")),
}
"""Mixed routes where no model does the direction itself: engine, from, to for each leg.

Measured on 100 FLORES sentences (chrF, the best single engine in brackets): en-es 49.8 (43.9), es-en 54.0 (46.9), en-ca 59.4 (50.9),
ca-en 60.5 (51.1), en-fr 53.6 and fr-en 57.3 (none), en-it 47.5 and it-en 52.9 (none).
"""


@dataclass(frozen=True, slots=True)
class Chain:
    """Two or more engines one after the other, through languages in between; its signature names each leg."""

    legs: tuple[tuple[Translator, str, str], ...]

    @property
    def signature(self) -> str:
        """The signatures of the legs, joined by " > "."""
        return " > ".join(signature_of(engine, source, target) for engine, source, target in self.legs)

    def pairs(self) -> frozenset[tuple[str, str]]:
        """From the first leg's source to the last leg's target."""
        return frozenset({(self.legs[0][1], self.legs[-1][2])})

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """Diagnostics of all legs count: damage on any leg is damage."""
        current, reports = list(texts), list[list[Translation]]()
        for engine, start, end in self.legs:
            reports.append(engine.translate(current, start, end))
            current = [result.text for result in reports[-1]]
        return [
            Translation(
                text=results[-1].text,
                language=target,
                signature=self.signature,
                diagnostics=merge([(1, result.diagnostics) for result in results]),
                gloss=any(result.gloss for result in results),
            )
            for results in zip(*reports, strict=True)
        ]


def engine_table() -> dict[str, str]:
    """Our engines and those third parties declare in the entry-point group `tqcheck.engines`."""
    return {entry.name: entry.value for entry in entry_points(group="tqcheck.engines")} | ENGINES


def find_translator(name: str, source: str, target: str, settings: Mapping[str, Any]) -> Translator | None:
    """The translator for `auto`, `none` or `NAME[:MODEL]` and one direction.

    None = there is none (`auto`), or none is wanted. A named engine that is missing or cannot do the direction is an `EngineError`.
    """
    if name == "none":
        return None
    if name == "auto":
        return next(_automatic(source, target, settings), None)
    engine = load_engine(name, settings)
    if not can(engine, source, target):
        pairs = sorted(engine.pairs() or ())
        known = ", ".join("->".join(pair) for pair in pairs[:12]) or "nothing yet"
        raise EngineError(
            f"engine {name} has no {source}->{target} (it has {known}): "
            f"run `tqcheck engines install {target}-{source}` or choose another engine"
        )
    return engine


def find_second(name: str, source: str, target: str, settings: Mapping[str, Any]) -> Translator | None:
    """Another engine for a direction that `auto` translates, the quickest there is: what two engines agree on is surer."""
    return next(reversed([*_automatic(source, target, settings)][1:]), None) if name == "auto" else None


def find_scorer(name: str, source: str, target: str, settings: Mapping[str, Any]) -> Scorer | None:
    """The scorer that goes with an engine name, for one direction; None where the engine gives no log-probabilities."""
    if name == "none":
        return None
    names = [item for item in AUTO if item in SCORERS] if name == "auto" else [name.partition(":")[0]]
    for item in names:
        if item in SCORERS:
            asked = item if name == "auto" else name
            scorer: Scorer = load(SCORERS[item])(_settings(asked, settings))
            if can(scorer, source, target):
                return scorer
    return _find_relayed(source, target, settings) if name == "auto" else None


def load_engine(name: str, settings: Mapping[str, Any]) -> Translator:
    """The engine behind `NAME[:MODEL]`, made with its own settings; `MissingEngineError` where it is not installed.

    Args:
        name: as on the command line.
        settings: name of an engine -> what the configuration says of it (`[engine-settings.NAME]`).
    """
    table = engine_table()
    try:
        make = load(table[choose_value("engine", name.partition(":")[0], {key: key for key in table})])
    except ConfigError as error:
        raise MissingEngineError(f"{error} (`tqcheck engines list` shows what is installed)") from error
    engine: Translator = make(_settings(name, settings))
    return engine


def describe_engines(settings: Mapping[str, Any]) -> list[str]:
    """One line an engine and direction for the reader: name, languages, size, licence; or why it is not there."""
    lines = []
    for name in sorted(engine_table()):
        try:
            engine = load_engine(name, settings)
            details: Callable[[], list[str]] | None = getattr(engine, "details", None)
            pairs = engine.pairs()
            own = details() if details else ["->".join(pair) for pair in sorted(pairs or ())]
        except (ConfigError, EngineError) as error:
            lines.append(f"{name}: not available ({error})")
            continue
        lines += [f"{name}: {item}" for item in own] or [
            f"{name}: {'any pair' if pairs is None else 'nothing installed'}"
        ]
    return lines


def can(engine: Translator | Scorer, source: str, target: str) -> bool:
    """Whether the engine has the direction, or a nearest one, without a download."""
    pairs = engine.pairs()
    return pairs is None or nearest_pair(source, target, pairs) is not None


def _settings(name: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """What the configuration says of an engine, and the model that NAME:MODEL names."""
    plain, _, model = name.partition(":")
    return {**settings.get(plain, {}), **({"model": model} if model else {})}


def _automatic(source: str, target: str, settings: Mapping[str, Any]) -> Iterator[Translator]:
    """What there is for a direction, best first: the first engine of `AUTO`, a mixed route, the other engines."""
    for place, name in enumerate(AUTO):
        engine = _load_quietly(name, settings)
        if engine and can(engine, source, target):
            yield engine
        if not place and (chain := _find_route(source, target, settings)):
            yield chain


def _find_route(source: str, target: str, settings: Mapping[str, Any]) -> Chain | None:
    pair = nearest_pair(source, target, ROUTES)
    return None if pair is None else _chain(ROUTES[pair], settings)


def _find_relayed(source: str, target: str, settings: Mapping[str, Any]) -> Scorer | None:
    """A scorer that reads, or scores, a near relative of the language: the last leg of a mixed route scores what the others carry."""
    for relative, other, reads in ((source, target, True), (target, source, False)):
        pair = nearest_pair(relative, other, ROUTES)
        if pair is None or ROUTES[pair][0][0] == "firefox":
            continue
        *legs, (engine, pivot, _) = ROUTES[pair]
        scorer = load(SCORERS[engine])(_settings(engine, settings))
        ways = (pivot, other) if reads else (other, pivot)
        relay = _chain(legs, settings) if can(scorer, *ways) else None
        if relay is not None:
            home = None if reads else _chain(ROUTES.get((pair[1], pair[0]), ())[1:], settings)
            return RelayedScorer(scorer, relay, relative, pivot, reads, home)
    return None


def _chain(legs: Sequence[tuple[str, str, str]], settings: Mapping[str, Any]) -> Chain | None:
    """The engines of the legs in a row; None where one is missing, or there is no leg."""
    loaded = [(_load_quietly(name, settings), start, end) for name, start, end in legs]
    found = tuple((leg, start, end) for leg, start, end in loaded if leg is not None and can(leg, start, end))
    return Chain(found) if found and len(found) == len(legs) else None


def _load_quietly(name: str, settings: Mapping[str, Any]) -> Translator | None:
    try:
        return load_engine(name, settings)
    except (ConfigError, EngineError):
        return None

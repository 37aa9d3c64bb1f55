"""The `http` translator: batches of sentences to the server that the configuration or the command line names."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from tqcheck.engines.apertium import SOUND, prepare
from tqcheck.engines.careful import Manner, translate_carefully
from tqcheck.engines.http.client import Client, RefusedError
from tqcheck.engines.http.dialects import DIALECTS, Dialect
from tqcheck.engines.languages import nearest_pair, standard_code
from tqcheck.engines.marks import strip_marks, unknown_share
from tqcheck.errors import ConfigError, EngineError
from tqcheck.model import Translation
from tqcheck.registry import choose_value

SETTINGS = frozenset({"kind", "url", "model", "key-variable", "timeout", "tries", "pause", "requests-per-second"})
"""What `[engine-settings.http]` may hold."""

_CHARACTERS = 8000
"""A request may hold."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class HttpTranslator:
    """One server; it is asked for its directions on first use."""

    def __init__(self, kind: str, client: Client, key_variable: str = "") -> None:
        self._kind, self._client, self._variable = kind, client, key_variable
        self._dialect: Dialect = choose_value("kind of server", kind, DIALECTS)

    def __reduce__(self) -> tuple[Any, ...]:
        # the key stays in this process's environment, and so does what reads it there
        client = self._client
        settings = {"kind": self._kind, "url": client.url, "key-variable": self._variable, "timeout": client.timeout}
        settings |= {"tries": client.tries, "pause": client.pause, "requests-per-second": client.rate}
        return create, (settings,)

    @property
    def signature(self) -> str:
        """The kind of server and its address: what runs there says no revision."""
        return f"http|{self._kind} {self._client.url}"

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The directions the server lists."""
        return frozenset(self._codes)

    def details(self) -> list[str]:
        """One line for the reader."""
        return [f"{self._kind} server {self._client.url}, {len(self._codes)} directions; texts are sent there"]

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Translation]:
        """One `Translation` per text; a text the server rejects is failed, a server that fails is an `EngineError`."""
        pair = nearest_pair(source, target, self._codes)
        if pair is None:
            raise EngineError(f"the translation server {self._client.url} has no {source}->{target}")
        codes, rules = self._codes[pair], self._dialect.marks

        def run(pieces: Sequence[str]) -> list[str | None]:
            ready = [prepare(piece, source) for piece in pieces] if rules else pieces
            return [text for batch in _batches(ready, self._dialect.batch) for text in self._ask(batch, *codes)]

        # a server offers every mode it has; which are sound does not depend on where they run
        gloss = rules and nearest_pair(source, target, SOUND) is None
        manner = Manner(gloss=gloss, unknown=unknown_share, clean=strip_marks) if rules else Manner()
        return translate_carefully(texts, source, target, run, self.signature, manner)

    def _ask(self, texts: Sequence[str], source: str, target: str) -> list[str | None]:
        try:
            answer = self._client.ask(self._dialect.request(texts, source, target, self._client.secret))
            given = self._dialect.texts(answer)
        except RefusedError:
            # one text may be what the server does not like
            return [None] if len(texts) == 1 else [text for one in texts for text in self._ask([one], source, target)]
        except (LookupError, TypeError, AttributeError):
            given = []
        if len(given) != len(texts) or not all(isinstance(text, str) for text in given):
            raise EngineError(
                f"the translation server {self._client.url} does not answer like a {self._kind} server: check `kind`"
            )
        return list(given)

    @cached_property
    def _codes(self) -> dict[tuple[str, str], tuple[str, str]]:
        """BCP 47 codes -> the server's own."""
        try:
            listed = self._dialect.pairs(self._client, self._client.secret)
        except (LookupError, TypeError, AttributeError, RefusedError) as error:
            raise EngineError(
                f"the translation server {self._client.url} does not list languages like a {self._kind} server: check `kind`"
            ) from error
        return {(standard_code(source), standard_code(target)): (source, target) for source, target in sorted(listed)}


def create(settings: Mapping[str, Any]) -> HttpTranslator:
    """Factory for the engine table; `ConfigError` for settings that do not fit, a missing key or one that would travel in the open."""
    unknown = sorted(set(settings) - SETTINGS)
    if unknown:
        raise ConfigError(
            f"[engine-settings.http] does not know {unknown[0]!r}; it knows {', '.join(sorted(SETTINGS))}"
        )
    url = str(settings.get("model") or settings.get("url") or "").rstrip("/")
    if not url:
        raise ConfigError("name the translation server: url = ... in [engine-settings.http], or --engine http:URL")
    place, variable = urlsplit(url), str(settings.get("key-variable", ""))
    if place.scheme not in ("http", "https") or not place.hostname:
        raise ConfigError(f"{place.hostname or url!r} is no address of a server: write http://HOST or https://HOST")
    if place.username or place.password or place.query:
        raise ConfigError(
            "the server's address holds a user, password or key: name a variable with key-variable instead"
        )
    key = os.environ.get(variable, "") if variable else ""
    if variable and not key:
        raise ConfigError(f"the variable {variable}, which holds the translation server's key, is not set")
    if key and place.scheme == "http" and place.hostname not in _LOOPBACK:
        raise ConfigError(f"the key for {place.hostname} would travel unencrypted: write https://")
    client = Client(
        url=url,
        secret=key,
        timeout=_positive(settings, "timeout", 30.0),
        tries=int(_positive(settings, "tries", 4)),
        pause=_positive(settings, "pause", 1.0),
        rate=_positive(settings, "requests-per-second", 0.0),
    )
    return HttpTranslator(str(settings.get("kind", "libretranslate")), client, variable)


def _positive(settings: Mapping[str, Any], name: str, default: float) -> float:
    value = settings.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0 or (name == "tries" and value < 1):
        raise ConfigError(f"[engine-settings.http] {name} = {value!r} must be a number that is not negative")
    return float(value)


def _batches(pieces: Sequence[str], most: int) -> list[list[str]]:
    batches: list[list[str]] = []
    size = 0
    for piece in pieces:
        if not batches or len(batches[-1]) == most or size + len(piece) > _CHARACTERS:
            batches.append([])
            size = 0
        batches[-1].append(piece)
        size += len(piece)
    return batches

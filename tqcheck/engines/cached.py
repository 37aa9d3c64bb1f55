"""Engines behind the cache: each distinct text is worked on once, in this run and across runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TypeAlias

from tqcheck.cache import ResultCache, make_key
from tqcheck.engines.base import Edit, Prober, Scorer, Translator
from tqcheck.model import Diagnostics, Likelihood, Link, Probe, Span, TokenScore, Translation

Scored: TypeAlias = tuple[str, str, tuple[Edit, ...]]
"""A source text, the translation given for it, and edits of the translation."""

Asked: TypeAlias = tuple[str, str, tuple[Span, ...]]
"""A source text, the translation given for it, and words of the translation."""


def signature_of(engine: Translator | Scorer, source: str, target: str) -> str:
    """The signature of one direction where the engine tells directions apart, else its signature."""
    signature_for = getattr(engine, "signature_for", None)
    return str(signature_for(source, target)) if signature_for else engine.signature


def translate_cached(
    engine: Translator, cache: ResultCache, texts: Sequence[str], source: str, target: str
) -> list[Translation]:
    """One `Translation` per text; failed ones are not kept, so the next run tries again."""
    signature = signature_of(engine, source, target)
    keys = {text: make_key(signature, (source, target), text) for text in texts}
    known = cache.read(sorted(keys.values()))
    done = {text: _to_translation(known[key]) for text, key in keys.items() if key in known}
    missing = sorted((text for text in keys if text not in done), key=lambda text: (len(text), text))
    if missing:
        fresh = dict(zip(missing, engine.translate(missing, source, target), strict=True))
        cache.write({keys[text]: _dump(item) for text, item in fresh.items() if not item.diagnostics.failed})
        done.update(fresh)
    return [done[text] for text in texts]


def score_cached(
    engine: Scorer, cache: ResultCache, items: Sequence[Scored], source: str, target: str
) -> list[Likelihood]:
    """One `Likelihood` per (source, translation, edits); an engine that weighs no edits gives none back."""
    signature = signature_of(engine, source, target)
    keys = {item: make_key(signature, ("score", source, target), *item[:2], _edits_key(item[2])) for item in items}
    known = cache.read(sorted(keys.values()))
    done = {item: _to_likelihood(known[key]) for item, key in keys.items() if key in known}
    missing = sorted(
        (item for item in keys if item not in done), key=lambda item: (len(item[0]) + len(item[1]), keys[item])
    )
    if missing:
        fresh = dict(zip(missing, _score(engine, missing, source, target), strict=True))
        cache.write({keys[item]: _dump(result) for item, result in fresh.items()})
        done.update(fresh)
    return [done[item] for item in items]


def suggest_cached(
    engine: Prober, cache: ResultCache, items: Sequence[Asked], source: str, target: str
) -> list[list[str]]:
    """For each (source, translation, words of it) what the engine expects in each word's place."""
    signature = signature_of(engine, source, target)
    keys = {
        item: make_key(
            signature, ("suggest", source, target), *item[:2], str([(span.start, span.end) for span in item[2]])
        )
        for item in items
    }
    known = cache.read(sorted(keys.values()))
    done: dict[Asked, list[str]] = {item: json.loads(known[key]) for item, key in keys.items() if key in known}
    missing = sorted(
        (item for item in keys if item not in done), key=lambda item: (len(item[0]) + len(item[1]), keys[item])
    )
    if missing:
        fresh = dict(zip(missing, engine.suggest(missing, source, target), strict=True))
        cache.write({keys[item]: json.dumps(words) for item, words in fresh.items()})
        done.update(fresh)
    return [done[item] for item in items]


def support_cached(
    engine: Prober, cache: ResultCache, items: Sequence[tuple[str, str, str]], source: str, target: str
) -> list[float | None]:
    """For each (source, translation, other source) how much likelier the translation is when read off the other."""
    signature = signature_of(engine, source, target)
    keys = {item: make_key(signature, ("support", source, target), *item) for item in items}
    known = cache.read(sorted(keys.values()))
    done: dict[tuple[str, str, str], float | None] = {
        item: json.loads(known[key]) for item, key in keys.items() if key in known
    }
    missing = sorted(
        (item for item in keys if item not in done), key=lambda item: (len(item[1]) + len(item[2]), keys[item])
    )
    if missing:
        fresh = dict(zip(missing, engine.support(missing, source, target), strict=True))
        cache.write({keys[item]: json.dumps(gain) for item, gain in fresh.items()})
        done.update(fresh)
    return [done[item] for item in items]


def _score(engine: Scorer, items: Sequence[Scored], source: str, target: str) -> list[Likelihood]:
    probe: Callable[..., list[Likelihood]] | None = getattr(engine, "probe", None)
    if probe is not None and any(edits for _, _, edits in items):
        return probe(items, source, target)
    return engine.score([item[:2] for item in items], source, target)


def _edits_key(edits: tuple[Edit, ...]) -> str:
    return json.dumps([(edit.kind, edit.start, edit.end, edit.replacement) for edit in edits]) if edits else ""


def _dump(item: Translation | Likelihood) -> str:
    return json.dumps(asdict(item), ensure_ascii=True, separators=(",", ":"))


def _to_translation(value: str) -> Translation:
    record = json.loads(value)
    diagnostics = record.pop("diagnostics")
    diagnostics["lost"] = tuple(diagnostics["lost"])
    logprobs = record.pop("logprobs")
    return Translation(
        **record, diagnostics=Diagnostics(**diagnostics), logprobs=None if logprobs is None else tuple(logprobs)
    )


def _to_likelihood(value: str) -> Likelihood:
    record = json.loads(value)
    return Likelihood(
        tokens=tuple(TokenScore(**token) for token in record["tokens"]),
        total=record["total"],
        signature=record["signature"],
        probes=tuple(Probe(**probe) for probe in record["probes"]),
        links=tuple(Link(Span(**link["source"]), Span(**link["target"]), link["strength"]) for link in record["links"]),
    )

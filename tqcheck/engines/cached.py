"""Engines behind the cache: each distinct text is worked on once, in this run and across runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from tqcheck.cache import ResultCache, make_key
from tqcheck.engines.base import Scorer, Translator
from tqcheck.model import Diagnostics, Likelihood, TokenScore, Translation


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
    engine: Scorer, cache: ResultCache, texts: Sequence[tuple[str, str]], source: str, target: str
) -> list[Likelihood]:
    """One `Likelihood` per (source, translation)."""
    signature = signature_of(engine, source, target)
    keys = {pair: make_key(signature, ("score", source, target), *pair) for pair in texts}
    known = cache.read(sorted(keys.values()))
    done = {pair: _to_likelihood(known[key]) for pair, key in keys.items() if key in known}
    missing = sorted((pair for pair in keys if pair not in done), key=lambda pair: (len(pair[0]) + len(pair[1]), pair))
    if missing:
        fresh = dict(zip(missing, engine.score(missing, source, target), strict=True))
        cache.write({keys[pair]: _dump(item) for pair, item in fresh.items()})
        done.update(fresh)
    return [done[pair] for pair in texts]


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
    )

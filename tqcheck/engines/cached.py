"""Engines behind the cache: each distinct text is worked on once, in this run and across runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from dataclasses import asdict, replace
from typing import TypeAlias, TypeVar

from tqcheck.cache import ResultCache, dump_compact, make_key
from tqcheck.engines.base import Edit, Estimator, Prober, Scorer, Translator
from tqcheck.model import (
    Diagnostics,
    Likelihood,
    Link,
    Probe,
    Quality,
    QualitySpan,
    Span,
    TokenScore,
    Translation,
)

Scored: TypeAlias = tuple[str, str, tuple[Edit, ...]]
"""A source text, the translation given for it, and edits of the translation."""

Asked: TypeAlias = tuple[str, str, tuple[Span, ...]]
"""A source text, the translation given for it, and words of the translation."""

Estimated: TypeAlias = tuple[str | None, str]
"""A source text, or None, and the translation given for it."""

Item = TypeVar("Item", bound=Hashable)
Result = TypeVar("Result")


def signature_of(engine: Translator | Scorer, source: str, target: str) -> str:
    """The signature of one direction where the engine tells directions apart, else its signature."""
    signature_for = getattr(engine, "signature_for", None)
    return str(signature_for(source, target)) if signature_for else engine.signature


def translate_cached(
    engine: Translator, cache: ResultCache, texts: Sequence[str], source: str, target: str
) -> list[Translation]:
    """One `Translation` per text; failed ones are not kept, so the next run tries again."""
    signature = signature_of(engine, source, target)
    return _remember(
        cache,
        texts,
        key=lambda text: make_key(signature, (source, target), text),
        size=len,
        work=lambda missing: engine.translate(missing, source, target),
        dump=_dump_translation,
        load=_to_translation,
    )


def score_cached(
    engine: Scorer, cache: ResultCache, items: Sequence[Scored], source: str, target: str
) -> list[Likelihood]:
    """One `Likelihood` per (source, translation, edits); one that has no `probe` scores each edited text."""
    signature = signature_of(engine, source, target)
    return _remember(
        cache,
        items,
        key=lambda item: make_key(signature, ("score", source, target), *item[:2], _edits_key(item[2])),
        size=lambda item: len(item[0]) + len(item[1]),
        work=lambda missing: _score(engine, missing, source, target),
        dump=_dump,
        load=_to_likelihood,
    )


def suggest_cached(
    engine: Prober, cache: ResultCache, items: Sequence[Asked], source: str, target: str
) -> list[list[str]]:
    """For each (source, translation, words of it) what the engine expects in each word's place."""
    signature = signature_of(engine, source, target)
    ways = ("suggest", source, target)
    return _remember(
        cache,
        items,
        key=lambda item: make_key(signature, ways, *item[:2], str([(span.start, span.end) for span in item[2]])),
        size=lambda item: len(item[0]) + len(item[1]),
        work=lambda missing: engine.suggest(missing, source, target),
        dump=json.dumps,
        load=json.loads,
    )


def restore_cached(
    engine: Prober, cache: ResultCache, items: Sequence[tuple[str, str, tuple[int, ...]]], source: str, target: str
) -> list[list[str]]:
    """For each (source, translation, places in it) the phrase the engine expects to be added at each place."""
    signature = signature_of(engine, source, target)
    ways = ("restore", source, target)
    return _remember(
        cache,
        items,
        key=lambda item: make_key(signature, ways, *item[:2], str(list(item[2]))),
        size=lambda item: len(item[0]) + len(item[1]),
        work=lambda missing: engine.restore(missing, source, target),
        dump=json.dumps,
        load=json.loads,
    )


def support_cached(
    engine: Prober, cache: ResultCache, items: Sequence[tuple[str, str, str]], source: str, target: str
) -> list[float | None]:
    """For each (source, translation, other source) how much likelier the translation is when read off the other."""
    signature = signature_of(engine, source, target)
    return _remember(
        cache,
        items,
        key=lambda item: make_key(signature, ("support", source, target), *item),
        size=lambda item: len(item[1]) + len(item[2]),
        work=lambda missing: engine.support(missing, source, target),
        dump=json.dumps,
        load=json.loads,
    )


def estimate_cached(
    engine: Estimator, cache: ResultCache, pairs: Sequence[Estimated], source: str, target: str
) -> list[Quality]:
    """One `Quality` per (source text or None, translation)."""
    return _remember(
        cache,
        pairs,
        key=lambda pair: make_key(engine.signature, ("estimate", source, target), *pair),
        size=lambda pair: len(pair[0] or "") + len(pair[1]),
        work=lambda missing: engine.estimate(missing, source, target),
        dump=_dump,
        load=_to_quality,
    )


def _remember(
    cache: ResultCache,
    items: Sequence[Item],
    *,
    key: Callable[[Item], str],
    size: Callable[[Item], int],
    work: Callable[[list[Item]], Sequence[Result]],
    dump: Callable[[Result], str | None],
    load: Callable[[str], Result],
) -> list[Result]:
    """The results of the items in order: each distinct one once, from the cache where it is known, else in one batch by `size`."""
    keys = {item: key(item) for item in items}
    known = cache.read(sorted(keys.values()))
    done = {item: load(known[name]) for item, name in keys.items() if name in known}
    missing = sorted((item for item in keys if item not in done), key=lambda item: (size(item), keys[item]))
    if missing:
        fresh = dict(zip(missing, work(missing), strict=True))
        dumped = {keys[item]: dump(result) for item, result in fresh.items()}
        cache.write({name: value for name, value in dumped.items() if value is not None})
        done.update(fresh)
    return [done[item] for item in items]


def _score(engine: Scorer, items: Sequence[Scored], source: str, target: str) -> list[Likelihood]:
    probe: Callable[..., list[Likelihood]] | None = getattr(engine, "probe", None)
    if probe is not None and any(edits for _, _, edits in items):
        return probe(items, source, target)
    edited = [(read, edit.apply(scored)) for read, scored, edits in items for edit in edits]
    results = engine.score([*(item[:2] for item in items), *edited], source, target)
    plain, others = results[: len(items)], iter(results[len(items) :])
    return [
        replace(base, probes=_weigh(base, [(edit, next(others)) for edit in edits]))
        for base, (_, _, edits) in zip(plain, items, strict=True)
    ]


def _weigh(base: Likelihood, edited: Sequence[tuple[Edit, Likelihood]]) -> tuple[Probe, ...]:
    """Gains from whole scores, for a scorer that shares no work between a translation and its edits."""
    return tuple(
        Probe(
            kind=edit.kind,
            start=edit.start,
            end=edit.end,
            replacement=edit.replacement,
            gain=round(other.total - base.total, 3),
        )
        for edit, other in edited
        if base.tokens and other.tokens
    )


def _edits_key(edits: tuple[Edit, ...]) -> str:
    return json.dumps([(edit.kind, edit.start, edit.end, edit.replacement) for edit in edits]) if edits else ""


def _dump(item: Translation | Likelihood | Quality) -> str:
    return dump_compact(asdict(item))


def _dump_translation(item: Translation) -> str | None:
    """Without what is as usual: most translations are a text and a signature, and come back three times as fast so."""
    if item.diagnostics.failed:
        return None
    record = {name: value for name, value in asdict(item).items() if value or value == ()}
    record["diagnostics"] = {name: value for name, value in record["diagnostics"].items() if value}
    return dump_compact(record)


def _to_translation(value: str) -> Translation:
    record = json.loads(value)
    diagnostics, logprobs = record.pop("diagnostics"), record.pop("logprobs", None)
    if diagnostics:
        record["diagnostics"] = Diagnostics(**{**diagnostics, "lost": tuple(diagnostics.get("lost", ()))})
    return Translation(text=record.pop("text", ""), logprobs=None if logprobs is None else tuple(logprobs), **record)


def _to_likelihood(value: str) -> Likelihood:
    record = json.loads(value)
    return Likelihood(
        tokens=tuple(TokenScore(**token) for token in record["tokens"]),
        total=record["total"],
        signature=record["signature"],
        probes=tuple(Probe(**probe) for probe in record["probes"]),
        links=tuple(Link(Span(**link["source"]), Span(**link["target"]), link["strength"]) for link in record["links"]),
    )


def _to_quality(value: str) -> Quality:
    record = json.loads(value)
    spans, omissions = (tuple(QualitySpan(**span) for span in record.pop(side)) for side in ("spans", "omissions"))
    return Quality(**record, spans=spans, omissions=omissions)

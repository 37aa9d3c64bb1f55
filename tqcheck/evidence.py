"""From what the checks need to measured pairs: every engine is called once per direction, with one flat batch for all articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tqcheck.engines.cached import estimate_cached, translate_cached
from tqcheck.errors import EngineError
from tqcheck.measuring import Engines, Work
from tqcheck.model import PROSE, Article, Kind, Notice, Pair, Segment, Translation
from tqcheck.registry import Need

_TRANSLATED = PROSE | {Kind.CAPTION, Kind.BOILERPLATE}
"""Kinds shown beside their back-translation; code is not language."""


def gather(articles: Sequence[Article], needs: frozenset[Need], engines: Engines) -> tuple[list[Article], list[Notice]]:
    """The articles with what the checks need measured on their pairs, and what the reader must know about it.

    A missing engine is a notice of kind `no-translator`; a failing one is `engine-failed`, one for each document it touched
    ("path: reason"), and what it would have measured stays None. A named engine that is missing raises `EngineError`.
    """
    pairs = {(row, column): pair for row, article in enumerate(articles) for column, pair in enumerate(article.pairs)}
    work = Work(pairs, articles, [])
    for languages in work.languages():
        known = bool(languages[1]) and bool(languages[0] or engines.pivot)  # what is unknown no engine can translate
        if "back" in needs and known:
            _measure(work, engines, languages, _measure_back)
        if "forward" in needs and all(languages):
            _measure(work, engines, languages, _measure_forward)
        if "likelihood" in needs and all(languages):
            _measure(work, engines, languages, _measure_likelihood)
        if "quality" in needs:
            _measure(work, engines, languages, _measure_quality)
        if "fluency" in needs:
            _measure(work, engines, languages, _measure_fluency)
        if needs & {"links", "similarity"}:
            _measure(work, engines, languages, _measure_links)
        if needs >= {"back", "links"}:
            _measure(work, engines, languages, _measure_lost)
    for problem in engines.cache.problems:
        work.note("cache", problem)
    return [
        replace(article, pairs=tuple(work.pairs[row, column] for column in range(len(article.pairs))))
        for row, article in enumerate(articles)
    ], work.notices


def _measure(
    work: Work,
    engines: Engines,
    languages: tuple[str, str],
    step: Callable[[Work, Engines, tuple[str, str]], None],
) -> None:
    try:
        step(work, engines, languages)
    except (EngineError, OSError, MemoryError) as error:
        reason = str(error) or type(error).__name__
        if isinstance(error, MemoryError):
            reason = "the memory ran out: use fewer --jobs or a smaller model"
        for path in dict.fromkeys(work.articles[row].translation.path for row, _ in work.places(languages)):
            work.note("engine-failed", f"{path}: {reason}")


def _measure_back(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    source, target = languages
    has_source = any(work.articles[row].source is not None for row, _ in work.places(languages))
    if engines.choice(languages) == "none" or (not has_source and not engines.pivot):
        return
    back_language = source if has_source else engines.pivot
    translator = engines.translator(target, back_language, languages)
    if translator is None:
        work.note(
            "no-translator",
            f"no translator {target}->{back_language} is installed, so there is no back-translation: "
            f"`tqcheck engines install {back_language}-{target}` fetches one",
        )
        # the reader gets what else there is: the source carried into the language of the translation
        _measure_forward(work, engines, languages)
        return
    places = [place for place in work.places(languages) if _readable(work.pairs[place].target)]
    texts = [_text(work.pairs[place].target) for place in places]
    backs = translate_cached(translator, engines.cache, texts, target, back_language)
    if not has_source:
        returned = _round_trip(backs, engines, target)
        trips = list(zip(backs, returned, strict=True))
        backs = [replace(item, gloss=True) for item in returned]  # a reading aid: no check judges it
    for place, back in zip(places, backs, strict=True):
        work.add(place, back=back)
    if not has_source:
        _measure_uncarried(work, engines, places, trips)
    if has_source and (other := engines.second(target, back_language, languages)):
        for place, back in zip(
            places, translate_cached(other, engines.cache, texts, target, back_language), strict=True
        ):
            work.add(place, second=back)


def _round_trip(pivoted: list[Translation], engines: Engines, target: str) -> list[Translation]:
    """Carried on into the language it came from, which a reader can compare; in the pivot where nothing carries it on."""
    translator = engines.translator(engines.pivot, target, (engines.pivot, target))
    if translator is None:
        return pivoted
    texts = [item.text for item in pivoted]
    returned = translate_cached(translator, engines.cache, texts, engines.pivot, target)
    return [
        replace(item, signature=f"{first.signature} > {item.signature}")
        for first, item in zip(pivoted, returned, strict=True)
    ]


def _measure_uncarried(
    work: Work, engines: Engines, places: Sequence[tuple[int, int]], trips: Sequence[tuple[Translation, Translation]]
) -> None:
    """What a round trip does not carry, by the scorer of its first leg where there is one; of no use unless it came back."""
    pairs = [work.pairs[place] for place in places]
    if not pairs or any(back.language == engines.pivot for _, back in trips):
        return
    from tqcheck.engines.probing.direction import Direction
    from tqcheck.round_trip import find_uncarried

    target = pairs[0].target_language
    scorer = engines.scorer(target, engines.pivot)
    direction = Direction(scorer, engines.cache, target, engines.pivot) if scorer else None
    for place, found in zip(places, find_uncarried(pairs, trips, direction), strict=True):
        work.add(place, uncarried=found)


def _measure_forward(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    source, target = languages
    places = [place for place in work.places(languages) if _readable(work.pairs[place].source)]
    if not places or (translator := engines.translator(source, target, languages)) is None:
        return
    texts = [_text(work.pairs[place].source) for place in places]
    for place, forward in zip(places, translate_cached(translator, engines.cache, texts, source, target), strict=True):
        work.add(place, forward=forward)


def _measure_likelihood(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    from tqcheck.engines.probing.direction import Direction
    from tqcheck.engines.probing.measure import measure_likelihood

    source, target = languages
    places = [place for place in work.places(languages) if _is_scored(work.pairs[place])]
    if not places:
        return
    texts = [(_text(work.pairs[place].source), _text(work.pairs[place].target)) for place in places]
    forward, backward = (
        Direction(scorer, engines.cache, *ways) if (scorer := engines.scorer(*ways)) else None
        for ways in ((source, target), (target, source))
    )
    for place, (likelihood, reverse) in zip(places, measure_likelihood(texts, forward, backward), strict=True):
        work.add(place, likelihood=likelihood, reverse=reverse)


def _measure_links(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    from tqcheck.align.expected_words import link_pairs
    from tqcheck.align.lexical import link_lexically

    places = [place for place in work.places(languages) if work.pairs[place].source and work.pairs[place].target]
    if engines.embedder is None or not places:
        return
    pairs = [work.pairs[place] for place in places]
    compared = link_pairs(pairs, engines.embedder, [row for row, _ in places])
    lexical = link_lexically(pairs, engines.embedder)
    for place, (found, likelihood), links in zip(places, compared, lexical, strict=True):
        measured = {"links": found.links, "similarity": found.similarity, "margin": found.margin}
        work.add(place, likelihood=likelihood, lexical=links, shares=found.shares, **measured)


def _measure_lost(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    """Of pairs that have a sound back-translation and that nothing scores."""
    places = [place for place in work.places(languages) if _is_compared(work.pairs[place])]
    if engines.embedder is None or not places:
        return
    from tqcheck.align.carried_back import find_lost

    for place, found in zip(places, find_lost([work.pairs[place] for place in places], engines.embedder), strict=True):
        work.add(place, lost=found)


def _is_compared(pair: Pair) -> bool:
    evidence = pair.evidence
    scored = evidence.likelihood is not None and bool(evidence.likelihood.tokens)
    back = evidence.back is not None and evidence.back.diagnostics.sound and not evidence.back.gloss
    return back and not scored and evidence.links is not None and pair.source is not None


def _measure_quality(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    """The embedded model's estimate of every prose sentence that has a source."""
    places = [place for place in work.places(languages) if work.pairs[place].source is not None]
    _estimate(work, engines, languages, places)


def _measure_fluency(work: Work, engines: Engines, languages: tuple[str, str]) -> None:
    """Its estimate of every prose sentence that has none."""
    places = [place for place in work.places(languages) if work.pairs[place].source is None]
    _estimate(work, engines, languages, places)


def _estimate(work: Work, engines: Engines, languages: tuple[str, str], candidates: Sequence[tuple[int, int]]) -> None:
    places = [place for place in candidates if _is_prose(work.pairs[place].target)]
    if engines.estimator is None or not places:
        return
    texts = [
        (_text(pair.source) if pair.source else None, _text(pair.target))
        for pair in map(work.pairs.get, places)
        if pair
    ]
    for place, quality in zip(
        places, estimate_cached(engines.estimator, engines.cache, texts, *languages), strict=True
    ):
        work.add(place, quality=quality)


def _is_prose(segment: Segment | None) -> bool:
    return segment is not None and segment.kind in PROSE and bool(segment.text.strip())


def _is_scored(pair: Pair) -> bool:
    return _readable(pair.source) and _readable(pair.target)


def _readable(segment: Segment | None) -> bool:
    return segment is not None and segment.kind in _TRANSLATED and bool(segment.text.strip())


def _text(segment: Segment | None) -> str:
    return segment.text if segment else ""


__all__ = ["Engines", "gather"]

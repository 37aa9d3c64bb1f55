"""Everything the scorers say of a pair: both directions, the edits that low scores point at, and their confirmation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import cast

from tqcheck.cache import ResultCache
from tqcheck.engines.base import Edit, Prober, Scorer
from tqcheck.engines.cached import score_cached, suggest_cached, support_cached
from tqcheck.engines.probing import propose, propose_deletions
from tqcheck.model import Likelihood, Probe, Span, TokenScore

_SUSPECT = 6.0
"""Nats a word must cost before the scorer is asked which word it expects there."""

_WORDS = 3
"""Words of a sentence it is asked for, the costliest."""

_PROMISING = 6.0
"""Gain from which an edit is confirmed on the other side: no check makes a finding of less."""

_CONFIRMED = 2
"""Edits of each kind confirmed for a sentence, the best."""


_PORTION = 64
"""Pairs worked on at a time: a scorer remembers what it read of so many, and each is asked about up to four times."""


@dataclass(frozen=True, slots=True)
class Direction:
    """A scorer, its cache, and the languages it reads and scores."""

    scorer: Scorer
    cache: ResultCache
    source: str
    target: str

    def score(self, items: Sequence[tuple[str, str, tuple[Edit, ...]]]) -> list[Likelihood]:
        """One `Likelihood` per (text read, text scored, edits of the latter)."""
        return score_cached(self.scorer, self.cache, items, self.source, self.target)

    def support(self, items: Sequence[tuple[str, str, str]]) -> list[float | None]:
        """For each (text read, text scored, other text read) how many nats likelier the scored one is when read off the other."""
        if hasattr(self.scorer, "support"):
            return support_cached(cast("Prober", self.scorer), self.cache, items, self.source, self.target)
        plain = self.score([(read, scored, ()) for read, scored, _ in items])
        others = self.score([(other, scored, ()) for _, scored, other in items])
        return [
            round(after.total - before.total, 3) if before.tokens and after.tokens else None
            for before, after in zip(plain, others, strict=True)
        ]


def measure_likelihood(
    texts: Sequence[tuple[str, str]], forward: Direction | None, backward: Direction | None
) -> list[tuple[Likelihood | None, Likelihood | None]]:
    """For each (source, translation) the translation scored from the source, and the source scored from the translation."""
    results = list[tuple[Likelihood | None, Likelihood | None]]()
    for low in range(0, len(texts), _PORTION):
        results += _measure_portion(texts[low : low + _PORTION], forward, backward)
    return results


def _measure_portion(
    texts: Sequence[tuple[str, str]], forward: Direction | None, backward: Direction | None
) -> list[tuple[Likelihood | None, Likelihood | None]]:
    turned = [(given, source) for source, given in texts]
    ours = _probe(texts, forward, propose) if forward else []
    theirs = _probe(turned, backward, propose_deletions) if backward else []
    if forward and backward:
        ours, theirs = _confirm(texts, ours, backward), _confirm(turned, theirs, forward)
    return [(ours[row] if forward else None, theirs[row] if backward else None) for row in range(len(texts))]


def _probe(
    texts: Sequence[tuple[str, str]],
    direction: Direction,
    proposer: Callable[[str, Sequence[TokenScore], str], list[Edit]],
) -> list[Likelihood]:
    plain = direction.score([(read, scored, ()) for read, scored in texts])
    expected = _expected_words(texts, plain, direction) if proposer is propose else [[] for _ in texts]
    edits = [
        tuple(proposer(scored, result.tokens, direction.target) + words)
        for (_, scored), result, words in zip(texts, plain, expected, strict=True)
    ]
    chosen = [row for row, wanted in enumerate(edits) if wanted]
    probed = direction.score([(*texts[row], edits[row]) for row in chosen])
    # the first pass's scores stay: only the probes are new, and a pair's figures must not depend on whether it was probed
    for row, result in zip(chosen, probed, strict=True):
        plain[row] = replace(plain[row], probes=result.probes)
    return plain


def _expected_words(
    texts: Sequence[tuple[str, str]], plain: Sequence[Likelihood], direction: Direction
) -> list[list[Edit]]:
    """Single words exchanged for what the scorer expects in their place, kind `word`."""
    if not hasattr(direction.scorer, "suggest"):
        return [[] for _ in texts]
    questions = [
        (read, scored, _costly_words(scored, result.tokens))
        for (read, scored), result in zip(texts, plain, strict=True)
    ]
    asked = sorted({(read, scored, tuple(spans)) for read, scored, spans in questions if spans})
    prober = cast("Prober", direction.scorer)
    words = suggest_cached(prober, direction.cache, asked, direction.source, direction.target)
    answers = dict(zip(asked, words, strict=True))
    return [
        [
            Edit("word", span.start, span.end, word)
            for span, word in zip(spans, answers.get((read, scored, tuple(spans)), ()), strict=False)
            if word and word.casefold() != scored[span.start : span.end].casefold()
        ]
        for read, scored, spans in questions
    ]


def _costly_words(text: str, tokens: Sequence[TokenScore]) -> list[Span]:
    costly = sorted(
        (token for token in tokens if token.logprob <= -_SUSPECT), key=lambda token: (token.logprob, token.start)
    )
    spans = [_core(text, token.start, token.end) for token in costly[:_WORDS]]
    return sorted({span for span in spans if span.start < span.end})


def _core(text: str, start: int, end: int) -> Span:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _confirm(texts: Sequence[tuple[str, str]], ours: Sequence[Likelihood], other: Direction) -> list[Likelihood]:
    """The most promising probes with their support: the other side scored from the edited text."""
    chosen = [_promising(result.probes) for result in ours]
    asked = [
        (texts[row][1], texts[row][0], _edited(texts[row][1], probe))
        for row, probes in enumerate(chosen)
        for probe in probes
    ]
    gains = iter(other.support(asked))
    results = []
    for result, probes in zip(ours, chosen, strict=True):
        support = {probe: next(gains) for probe in probes}
        probed = tuple(replace(probe, support=support.get(probe)) for probe in result.probes)
        results.append(replace(result, probes=probed))
    return results


def _promising(probes: Sequence[Probe]) -> list[Probe]:
    good = sorted(
        (probe for probe in probes if probe.gain >= _PROMISING),
        key=lambda probe: (probe.kind, -probe.gain, probe.start, probe.end),
    )
    return [probe for _, group in groupby(good, key=lambda probe: probe.kind) for probe in list(group)[:_CONFIRMED]]


def _edited(text: str, probe: Probe) -> str:
    return text[: probe.start] + probe.replacement + text[probe.end :]

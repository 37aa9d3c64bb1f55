"""Everything the scorers say of a pair: both directions, the edits that low scores point at, and their confirmation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from tqcheck.engines.base import Edit
from tqcheck.engines.probing import propose, propose_removals
from tqcheck.engines.probing.direction import Direction
from tqcheck.engines.probing.parallel import side_by_side
from tqcheck.engines.probing.phrases import restorations
from tqcheck.model import Likelihood, Probe, Span, TokenScore

_SUSPECT = 6.0
"""Nats a word must cost before the scorer is asked which word it expects there."""

_WORDS = 3
"""Words of a sentence it is asked for, the costliest."""

_PROMISING = {
    "delete": 7.0,
    "negation": 3.0,
    "swap": 7.0,
    "name": 6.0,
    "figure": 5.0,
    "word": 8.0,
    "gender": 2.0,
    "modality": 3.0,
    "phrase": 0.0,
}
"""Kind -> gain from which an edit is confirmed on the other side: no check makes a finding of less."""

_CONFIRMED = 2
"""Edits of each kind confirmed for a sentence, the best; long stretches count as a kind of their own."""


_LONG = 48
"""Characters from which a deletion is a long one."""

_WHOLE = 4
"""Edits of a kind weighed by a scorer that reads every edited text anew."""

_PORTION = 64
"""Pairs worked on at a time: a scorer remembers what it read of so many, and each is asked about up to four times."""


def measure_likelihood(
    texts: Sequence[tuple[str, str]], forward: Direction | None, backward: Direction | None
) -> list[tuple[Likelihood | None, Likelihood | None]]:
    """For each (source, translation) the translation scored from the source, and the source scored from the translation."""
    if forward is None and backward is None:
        return [(None, None)] * len(texts)
    results = list[tuple[Likelihood | None, Likelihood | None]]()
    for low in range(0, len(texts), _PORTION):
        results += _measure_portion(texts[low : low + _PORTION], forward, backward)
    return results


def _measure_portion(
    texts: Sequence[tuple[str, str]], forward: Direction | None, backward: Direction | None
) -> list[tuple[Likelihood | None, Likelihood | None]]:
    turned = [(given, source) for source, given in texts]
    if forward and backward:
        ours, theirs = side_by_side(
            (forward, backward),
            partial(_probe, texts, forward, propose),
            partial(_probe, turned, backward, propose_removals),
        )
        ours, theirs = side_by_side(
            (forward, backward), partial(_confirm, texts, ours, backward), partial(_confirm, turned, theirs, forward)
        )
        return list(zip(_restore(texts, ours, theirs, forward, backward), theirs, strict=True))
    if forward:
        return [(result, None) for result in _probe(texts, forward, propose)]
    return [(None, result) for result in _probe(turned, backward, propose_removals)] if backward else []


def _probe(
    texts: Sequence[tuple[str, str]],
    direction: Direction,
    proposer: Callable[[str, str, Sequence[TokenScore], str], list[Edit]],
) -> list[Likelihood]:
    plain = direction.score([(read, scored, ()) for read, scored in texts])
    expected = _expected_words(texts, plain, direction) if proposer is propose else [[] for _ in texts]
    edits = [
        tuple(_affordable(proposer(read, scored, result.tokens, direction.target), direction) + words)
        for (read, scored), result, words in zip(texts, plain, expected, strict=True)
    ]
    chosen = [row for row, wanted in enumerate(edits) if wanted]
    probed = direction.score([(*texts[row], edits[row]) for row in chosen])
    # the first pass's scores stay: only the probes are new, and a pair's figures must not depend on whether it was probed
    for row, result in zip(chosen, probed, strict=True):
        plain[row] = replace(plain[row], probes=result.probes)
    return plain


def _restore(
    texts: Sequence[tuple[str, str]],
    ours: Sequence[Likelihood],
    theirs: Sequence[Likelihood],
    forward: Direction,
    backward: Direction,
) -> list[Likelihood]:
    """Phrases put back where source words seem lost, weighed and confirmed like other edits, behind the probes there are."""
    edits = restorations(texts, ours, theirs, forward)
    chosen = [row for row, wanted in enumerate(edits) if wanted]
    weighed = forward.score([(*texts[row], tuple(edits[row])) for row in chosen])
    confirmed = _confirm([texts[row] for row in chosen], weighed, backward)
    results = list(ours)
    for row, result in zip(chosen, confirmed, strict=True):
        results[row] = replace(ours[row], probes=(*ours[row].probes, *result.probes))
    return results


def _affordable(edits: Sequence[Edit], direction: Direction) -> list[Edit]:
    """All of them for a scorer that shares their work; the first of each kind for one that reads every edited text anew."""
    if hasattr(direction.scorer, "probe"):
        return list(edits)
    grouped = groupby(sorted(edits, key=lambda edit: edit.kind), key=lambda edit: edit.kind)
    return [edit for _, group in grouped for edit in list(group)[:_WHOLE]]


def _expected_words(
    texts: Sequence[tuple[str, str]], plain: Sequence[Likelihood], direction: Direction
) -> list[list[Edit]]:
    """Single words exchanged for what the scorer expects in their place, kind `word`."""
    questions = [
        (read, scored, _costly_words(scored, result.tokens))
        for (read, scored), result in zip(texts, plain, strict=True)
    ]
    asked = sorted({(read, scored, tuple(spans)) for read, scored, spans in questions if spans})
    answers = dict(zip(asked, direction.suggest(asked), strict=True))
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
        (probe for probe in probes if probe.gain >= _PROMISING[probe.kind]),
        key=lambda probe: (_class_of(probe), -probe.gain, probe.start, probe.end),
    )
    return [probe for _, group in groupby(good, key=_class_of) for probe in list(group)[:_CONFIRMED]]


def _class_of(probe: Probe) -> tuple[str, bool]:
    """Kinds, and long stretches apart from short ones: by their length alone they always gain more."""
    return probe.kind, probe.end - probe.start > _LONG


def _edited(text: str, probe: Probe) -> str:
    return text[: probe.start] + probe.replacement + text[probe.end :]

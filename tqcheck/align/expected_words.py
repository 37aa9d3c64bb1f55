"""How well a word that a model would rather see fits the source: the links of the sentence with that word in its place.

A word that merely words it otherwise has a link of its own, and what is expected has hardly a better one; where a word renders nothing of
the source and the expected one does, the two part company. On planted wrong words (FLORES, dev half) the links of what was expected are
about .75, those of what is expected in the place of free wording about .5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tqcheck.align.words import WordComparison, compare_words
from tqcheck.model import Likelihood, Link, Pair, Probe, Run, Segment

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder

_LEAST = 0.0
"""Support (nats) from which an exchange of words is looked at: no check makes a finding of less."""


def link_pairs(
    pairs: Sequence[Pair], embedder: Embedder, articles: Sequence[int] = ()
) -> list[tuple[WordComparison, Likelihood | None]]:
    """What the vectors say of each pair, and its likelihood with the links of the words that are expected.

    `articles` as in `compare_words`.
    """
    edits = [(row, probe) for row, pair in enumerate(pairs) for probe in _exchanged(pair)]
    found = compare_words(pairs, embedder, [_edited(pairs[row], probe) for row, probe in edits], articles)
    links = {edit: _strongest(edit[1], item.links) for edit, item in zip(edits, found[len(pairs) :], strict=True)}
    return [
        (
            found[row],
            _with_links(pair.evidence.likelihood, {probe: links[at, probe] for at, probe in edits if at == row}),
        )
        for row, pair in enumerate(pairs)
    ]


def _exchanged(pair: Pair) -> list[Probe]:
    probes = pair.evidence.likelihood.probes if pair.evidence.likelihood else ()
    return [probe for probe in probes if probe.kind == "word" and probe.support is not None and probe.support > _LEAST]


def _edited(pair: Pair, probe: Probe) -> Pair:
    given = pair.target.text if pair.target else ""
    text = given[: probe.start] + probe.replacement + given[probe.end :]
    return replace(pair, target=Segment(text=text, runs=(Run(0, len(text), 0, len(text)),)))


def _strongest(probe: Probe, links: Sequence[Link]) -> float:
    start, end = probe.start, probe.start + len(probe.replacement)
    return max((link.strength for link in links if link.target.start < end and link.target.end > start), default=0.0)


def _with_links(likelihood: Likelihood | None, links: dict[Probe, float]) -> Likelihood | None:
    if likelihood is None or not links:
        return likelihood
    return replace(likelihood, probes=tuple(replace(probe, link=links.get(probe)) for probe in likelihood.probes))

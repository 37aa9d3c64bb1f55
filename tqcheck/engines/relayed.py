"""Scoring through a near relative: Spanish is carried into Portuguese by rules, and a Portuguese-English model scores that.

Measured on DEMETR: the sound side scores above the damaged one in 95 % of es, fr and it pairs with English (notes on mixed routes).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from tqcheck.engines.base import Edit, Prober, Translator
from tqcheck.engines.cached import signature_of
from tqcheck.model import Likelihood, Link, Probe, Span, TokenScore

_ROOM = 4096
"""Carried texts remembered."""

_MISSING = -0.4
"""Price of a word without a counterpart, in units of similarity."""


@dataclass(frozen=True, slots=True)
class RelayedScorer:
    """A scorer of `pivot` that serves a relative of it.

    Attributes:
        scorer: scores between the pivot and the other language.
        relay: carries the relative into the pivot, a reliable and quick one.
        relative, pivot: languages.
        reads: whether the relative is what is read (the other language is scored), or what is scored.
    """

    scorer: Prober
    relay: Translator
    relative: str
    pivot: str
    reads: bool
    known: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def concurrent(self) -> bool:
        """The relay is a process that answers one question at a time."""
        return False

    @property
    def signature(self) -> str:
        """Relay and scorer."""
        return f"{self.relay.signature} > {self.scorer.signature}"

    def signature_for(self, source: str, target: str) -> str:
        """Relay and scorer, with the direction's revision."""
        relay = signature_of(self.relay, self.relative, self.pivot)
        return f"relayed 1|{relay} > {signature_of(self.scorer, *self._ways(source, target))}"

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """None: what it was made for."""
        return None

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """As the scorer's, at the places of the text as given."""
        return self.probe([(*text, ()) for text in texts], source, target)

    def probe(self, texts: Sequence[tuple[str, str, Sequence[Edit]]], source: str, target: str) -> list[Likelihood]:
        """Likewise with probes; an edit of the relative's text is carried as a whole."""
        own = [read if self.reads else scored for read, scored, _ in texts]
        wanted = [] if self.reads else [edit.apply(text[1]) for text in texts for edit in text[2]]
        carried = self._carry([*own, *wanted])
        asked = [self._ask(text, carried) for text in texts]
        results = self.scorer.probe(asked, *self._ways(source, target))
        signature = self.signature_for(source, target)
        return [self._restore(result, text, carried, signature) for result, text in zip(results, texts, strict=True)]

    def suggest(self, texts: Sequence[tuple[str, str, Sequence[Span]]], source: str, target: str) -> list[list[str]]:
        """Words of the other language only: those of the pivot are no use to a reader of its relative."""
        if not self.reads:
            return [[""] * len(spans) for _, _, spans in texts]
        carried = self._carry([read for read, _, _ in texts])
        asked = [(carried[read], scored, spans) for read, scored, spans in texts]
        return self.scorer.suggest(asked, *self._ways(source, target))

    def support(self, texts: Sequence[tuple[str, str, str]], source: str, target: str) -> list[float | None]:
        """As the scorer's."""
        if self.reads:
            carried = self._carry([side for read, _, other in texts for side in (read, other)])
            asked = [(carried[read], scored, carried[other]) for read, scored, other in texts]
        else:
            carried = self._carry([scored for _, scored, _ in texts])
            asked = [(read, carried[scored], other) for read, scored, other in texts]
        return self.scorer.support(asked, *self._ways(source, target))

    def _ways(self, source: str, target: str) -> tuple[str, str]:
        return (self.pivot, target) if self.reads else (source, self.pivot)

    def _carry(self, texts: Sequence[str]) -> dict[str, str]:
        """Text -> the same in the pivot; empty where the relay failed."""
        if len(self.known) > _ROOM:
            self.known.clear()
        fresh = [text for text in dict.fromkeys(texts) if text not in self.known]
        for text, result in zip(fresh, self.relay.translate(fresh, self.relative, self.pivot), strict=True):
            self.known[text] = result.text if result.diagnostics.sound else ""
        return {text: self.known[text] for text in texts}

    def _ask(self, text: tuple[str, str, Sequence[Edit]], carried: dict[str, str]) -> tuple[str, str, Sequence[Edit]]:
        read, scored, edits = text
        if self.reads:
            return carried[read], scored, edits
        whole = carried[scored]
        return read, whole, [Edit(edit.kind, 0, len(whole), carried[edit.apply(scored)]) for edit in edits]

    def _restore(
        self, result: Likelihood, text: tuple[str, str, Sequence[Edit]], carried: dict[str, str], signature: str
    ) -> Likelihood:
        if not result.tokens:
            return replace(result, signature=signature, probes=())
        if self.reads:
            places = dict(match_words(carried[text[0]], text[0]))
            links = (
                Link(own, link.target, link.strength)
                for link in result.links
                if (own := _place(places, link.source)) is not None
            )
            return replace(result, signature=signature, links=tuple(links))
        places = dict(match_words(carried[text[1]], text[1]))
        probes = tuple(
            Probe(kind=edit.kind, start=edit.start, end=edit.end, replacement=edit.replacement, gain=probe.gain)
            for edit, probe in zip(text[2], result.probes, strict=True)
            # what the relay cannot carry says nothing
            if carried[edit.apply(text[1])]
        )
        links = (
            Link(link.source, own, link.strength)
            for link in result.links
            if (own := _place(places, link.target)) is not None
        )
        tokens = _tokens(result.tokens, places)
        return replace(result, signature=signature, tokens=tokens, probes=probes, links=tuple(links))


def match_words(carried: str, original: str) -> list[tuple[Span, Span]]:
    """Each word of a carried text with the word of the original in its place: in order, relatives look alike."""
    ours, theirs = _words(carried), _words(original)
    best = [[_MISSING * (row + column) for column in range(len(theirs) + 1)] for row in range(len(ours) + 1)]
    for row, one in enumerate(ours, 1):
        for column, other in enumerate(theirs, 1):
            alike = _alike(carried[one.start : one.end], original[other.start : other.end])
            best[row][column] = max(
                best[row - 1][column - 1] + alike, best[row - 1][column] + _MISSING, best[row][column - 1] + _MISSING
            )
    pairs, row, column = list[tuple[Span, Span]](), len(ours), len(theirs)
    while row and column:
        if best[row][column] == best[row - 1][column] + _MISSING:
            row -= 1
        elif best[row][column] == best[row][column - 1] + _MISSING:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((ours[row], theirs[column]))
    return pairs[::-1]


def _words(text: str) -> list[Span]:
    spans, place = list[Span](), 0
    for word in text.split():
        place = text.index(word, place)
        spans.append(Span(place, place + len(word)))
        place += len(word)
    return spans


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _place(places: dict[Span, Span], span: Span) -> Span | None:
    """The original word behind a stretch of the carried text."""
    return next((own for there, own in places.items() if there.start < span.end and there.end > span.start), None)


def _tokens(tokens: Sequence[TokenScore], places: dict[Span, Span]) -> tuple[TokenScore, ...]:
    """Scores at the original's words; what a carried word without counterpart costs counts for the word before it."""
    costs: dict[Span, float] = {}
    last: Span | None = None
    for token in tokens:
        last = _place(places, Span(token.start, token.end)) or last
        if last is not None:
            costs[last] = costs.get(last, 0.0) + token.logprob
    return tuple(
        TokenScore(span.start, span.end, round(cost, 3))
        for span, cost in sorted(costs.items(), key=lambda item: item[0].start)
    )

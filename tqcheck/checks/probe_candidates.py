"""The probes of a pair that may be findings, with what is known of each: both sides gain by them, and no link explains them.

A probe is an edit of a text that the model finds likelier (`gain`, nats); its `support` says what the model of the other direction
thinks: how much likelier the *other* text becomes when it is read off the edited one. Free wording gains by being taken out, but the
source then loses the words it rendered: support falls far below zero. Words that render nothing can go at no loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from statistics import median

from tqcheck.checks.carried_words import count_exchanged, count_lacking
from tqcheck.checks.linked_words import LinkedWords, count_content, source_words, target_words
from tqcheck.checks.negation_probes import count_agreeing, is_answered, negates
from tqcheck.checks.probe_strength import Measures
from tqcheck.checks.restored_phrases import gain_of_restoring
from tqcheck.engines.probing.exchanges import feminine_pronouns
from tqcheck.model import Article, Likelihood, Pair, Probe
from tqcheck.text.discrepancies import compare_pair, find_discrepancies
from tqcheck.text.function_words import closed_classes
from tqcheck.text.name_spellings import folded
from tqcheck.text.segment import words

_FLOORS = {
    "added": (10.0, -1.5),
    # taking source words out always gains a little where the translation condenses
    "lost": (12.0, -1.5),
    "negation": (6.0, 1.0),
    "swap": (8.0, 3.0),
    "gender": (6.0, 3.0),
    # where the source leaves the gender open, models expect a man: what speaks for a woman against that is the source
    "feminine": (3.0, 3.0),
    "modality": (5.0, 3.0),
    "name": (6.0, 3.0),
    "figure": (5.0, 3.0),
    "word": (9.0, 4.0),
    "phrase": (6.0, 10.0),
}
"""Kind -> the least gain and support (nats) of a candidate."""

_KEPT = 0.45
"""Strength of a word link (centred cosine) from which a word of the source is taken to be rendered."""

_SAME_NAME = 0.6
"""Share of its letters that a name written otherwise keeps: Ürümqi, Urumchi."""

_FREE, _FREEST = 1.2, 3.0
"""Nats a word costs, median over an article's sentences: machine translations about .7, free human ones about 2.7 (FLORES pt-en)."""

_ENOUGH = 8
"""Sentences from which an article's freedom can be told."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A probe, what it is weighed as, and what is known of it.

    Kinds are the probe's own; a deletion is `added` (`participant` where it names one) or `lost` (`restored` where a phrase put back
    mends it).
    """

    kind: str
    probe: Probe
    measures: Measures


@dataclass(frozen=True, slots=True)
class _Side:
    """A text that was scored, with what is known of its words; `lost` = it is the source, scored from the translation."""

    text: str
    language: str
    words: LinkedWords
    likelihood: Likelihood
    freedom: float
    pair: Pair
    lost: bool

    @property
    def relayed(self) -> bool:
        """Whether a near relative's models scored it."""
        return self.likelihood.signature.startswith("relayed")

    def measure(self, probe: Probe, support: float) -> Measures:
        """What is known of an edit."""
        start, end = probe.start, probe.end
        negation = probe.kind == "negation"
        return Measures(
            gain=probe.gain,
            support=support,
            link=self.words.strongest(start, end),
            content=self._count_content(probe),
            linked=float(is_answered(self.pair, self.lost)) if negation else self.words.share(start, end, _KEPT),
            names=self._name_participant(start, end),
            ends=not any(character.isalnum() for character in self.text[end:]),
            expected=probe.link or 0.0,
            restored=gain_of_restoring(self.pair, probe) if self.lost and not negation else 0.0,
            agreed=self._count_agreeing(probe),
            freedom=self.freedom,
            relayed=self.relayed,
        )

    def _count_agreeing(self, probe: Probe) -> int:
        """How many back-translations show the same error."""
        if probe.kind == "negation":
            return count_agreeing(self.pair, self.lost)
        if probe.kind == "swap":
            return count_exchanged(self.pair, probe)
        return count_lacking(self.pair, probe, self.lost)

    def _count_content(self, probe: Probe) -> int:
        """Content words edited; of a phrase those put in."""
        return (
            count_content(probe.replacement, self.language)
            if probe.kind == "phrase"
            else self.words.count(probe.start, probe.end)
        )

    def _name_participant(self, start: int, end: int) -> bool:
        participants, edited = closed_classes(self.language).participants, self.text[start:end]
        return any(edited[word.start : word.end].casefold() in participants for word in words(edited))


@lru_cache(maxsize=8)
def freedom(article: Article | None) -> float:
    """How freely an article is translated, 0 (as a machine would) to 1: its wording surprises a model without being wrong."""
    costs = [
        -result.total / len(result.tokens)
        for pair in (article.pairs if article else ())
        if (result := pair.evidence.likelihood) and len(result.tokens) >= 4
    ]
    return min(max((median(costs) - _FREE) / (_FREEST - _FREE), 0.0), 1.0) if len(costs) >= _ENOUGH else 0.0


def translation_candidates(pair: Pair, article: Article | None) -> Iterator[Candidate]:
    """Edits of the translation; words that are linked to the source are no addition."""
    likelihood = pair.evidence.likelihood
    if likelihood is None or pair.target is None or pair.source is None:
        return
    linked = target_words(pair)
    side = _Side(pair.target.text, pair.target_language, linked, likelihood, freedom(article), pair, lost=False)
    for candidate in _candidates(side):
        probe = candidate.probe
        rendered = probe.kind == "delete" and linked.rendered(probe.start, probe.end)
        light = probe.kind == "phrase" and not candidate.measures.content
        if not (
            light or rendered or _copies(probe, pair) or _is_wording(probe, pair) or _is_the_same_figure(probe, pair)
        ):
            yield candidate


def source_candidates(pair: Pair, article: Article | None) -> Iterator[Candidate]:
    """Edits of the source: content words that no link shows in the translation, and negations."""
    reverse = pair.evidence.reverse
    if reverse is None or pair.target is None or pair.source is None:
        return
    linked = source_words(pair)
    side = _Side(pair.source.text, pair.source_language, linked, reverse, freedom(article), pair, lost=True)
    # rules carry single words into a relative badly: one that seems lost there may only be lost on that way
    fewest = 2 if side.relayed else 1
    for candidate in _candidates(side):
        if candidate.kind not in ("lost", "restored") or _is_lost(candidate.probe, linked, fewest):
            yield candidate


def _candidates(side: _Side) -> Iterator[Candidate]:
    for probe in side.likelihood.probes:
        kind = ("lost" if side.lost else "added") if probe.kind == "delete" else probe.kind
        if (
            kind not in _FLOORS
            or probe.support is None
            or (probe.kind == "delete" and negates(probe, side.text, side.language))
        ):
            continue  # a probe of its own asks about negations
        gain, support = _FLOORS[_floor_of(probe, kind, side.language)]
        if probe.gain >= gain and probe.support >= support:
            measures = side.measure(probe, probe.support)
            yield Candidate(_refine(kind, measures), probe, measures)


def _refine(kind: str, measures: Measures) -> str:
    """Kinds of which one feature makes another sort of evidence have weights of their own."""
    if kind == "lost" and measures.restored:
        return "restored"
    return "participant" if kind == "added" and measures.names else kind


def _floor_of(probe: Probe, kind: str, language: str) -> str:
    feminine = kind == "gender" and probe.replacement.casefold() in feminine_pronouns(language)
    return "feminine" if feminine else kind


def _is_lost(reading: Probe, linked: LinkedWords, fewest: int) -> bool:
    """Whether content words are lost: half of them, not one, since words that lost their partner link to what is there."""
    enough = linked.count(reading.start, reading.end) >= fewest
    return enough and linked.share(reading.start, reading.end, _KEPT) < 0.5


def _is_the_same_figure(probe: Probe, pair: Pair) -> bool:
    """Whether the tables read the figure as one of the source's: converted, spelled out there, or put together otherwise."""
    if probe.kind != "figure" or (comparison := compare_pair(pair)) is None:
        return False
    odd = [item.target for item in find_discrepancies(comparison) if item.target is not None]
    return not any(figure.start < probe.end and figure.end > probe.start for figure in odd)


def _is_wording(probe: Probe, pair: Pair) -> bool:
    """Whether a function word stands for a content word or the other way round: another construction, no other word.

    A name that is nearly the one expected is another way to write it.
    """
    if probe.kind != "word" or pair.target is None:
        return False
    function = closed_classes(pair.target_language).function
    said = pair.target.text[probe.start : probe.end]
    if said.casefold() in function or probe.replacement.casefold() in function:
        return True
    alike = SequenceMatcher(None, folded(said), folded(probe.replacement), autojunk=False).ratio()
    return said[:1].isupper() and alike >= _SAME_NAME


def _copies(probe: Probe, pair: Pair) -> bool:
    """Whether the word expected, or a name that stands there, is the source's own.

    A model would rather copy than translate what is rare or misspelt in the source; and rules translate names that should stay.
    """
    if probe.kind != "word" or pair.source is None or pair.target is None:
        return False
    said = pair.target.text[probe.start : probe.end]
    own = {word.strip(".,;:!?\"'()“”«»") for word in pair.source.text.split()}
    if said[:1].isupper():
        return said in own
    return probe.replacement.casefold() in {word.casefold() for word in own}

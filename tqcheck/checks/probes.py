"""What the probes of a pair amount to: the one reading of each suspicious place, confirmed from both sides.

Used by TQ201, TQ202 and TQ602. A probe is an edit of the translation that the forward model finds likelier (`gain`, nats); its
`support` says what the backward model thinks: how much likelier the *source* becomes when it is read off the edited translation.
Free wording gains by being taken out, but the source then loses the words it rendered: support falls far below zero. Words that
render nothing can go at no loss. On FLORES pt-en (dev half) that parts planted errors from free human translations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median

from tqcheck.checks.linked_words import LinkedWords, source_words, target_words
from tqcheck.engines.probing.exchanges import feminine_pronouns
from tqcheck.model import Article, Likelihood, Pair, Probe
from tqcheck.text.function_words import closed_classes

_MARGINS = {
    "delete": (10.0, -1.5, 10.0, 3.5),
    "negation": (8.0, -1.5, 0.0, 0.0),
    "swap": (8.0, 3.0, 0.0, 0.0),
    "gender": (6.0, 3.0, 0.0, 0.0),
    # where the source leaves the gender open, models expect a man: what speaks for a woman against that is the source
    "feminine": (3.0, 3.0, 0.0, 0.0),
    "modality": (5.0, 3.0, 0.0, 0.0),
    "word": (9.0, 6.0, 15.0, 2.0),
}
"""Kind of probe -> the least gain and support (nats) of a finding, and what each rises by in the freest translation.

From the dev halves: FLORES pt-en (machine and human translations, planted errors) and the pt-en article.
"""

_OMISSION = (20.0, -1.5, 15.0, 5.0)
"""The same for words of the source: taking source words out always gains a little where the translation condenses."""

_LOST_NEGATION = (7.0, 1.0, 0.0, 0.0)
"""The same for a negation of the source: one short word; "turned down" for "did not accept" stays below."""

_FULL = {"word": (30, 20), "delete": (20, 8)}
"""Kind -> nats beyond the margins at which a finding is as strong as it gets; 10 and 6 for the others."""

_CEILINGS = {"word": 0.85, "delete": 0.95}
"""Highest strength of a kind: one word for another is too often a free choice to fail a build by itself."""

_LINKED = 0.4
"""Strength of a word link (centred cosine) from which a word renders what it is linked to: .45 for "mates" of „parceiros“; of 22
planted words one is linked above .35 (FLORES pt-en, dev half)."""

_KEPT = 0.45
"""The same from which a word of the source is taken to be rendered."""

_SYNONYM = 0.6
"""Highest strength of a word that renders its source by such a link."""

_EXCHANGED = 0.7
"""The same of an addition where the sentence has an omission too, and the other way round."""

_SECOND_HAND = 0.75
"""The same where the source was carried into a relative first."""

_FREE, _FREEST = 1.2, 3.0
"""Nats a word costs, median over an article's sentences: machine translations about .7, free human ones about 2.7 (FLORES pt-en)."""

_ENOUGH = 8
"""Sentences from which an article's freedom can be told."""

_DISCOUNT = 0.15
"""What strength loses, at most, in a free translation: its wording surprises without being wrong."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A suspicious place of one side and what would stand there; `strength` 0-1 grows with how far both margins are passed."""

    kind: str
    start: int
    end: int
    replacement: str
    gain: float
    support: float
    strength: float


@lru_cache(maxsize=8)
def freedom(article: Article | None) -> float:
    """How freely an article is translated, 0 (as a machine would) to 1: its wording surprises a model without being wrong."""
    costs = [
        -result.total / len(result.tokens)
        for pair in (article.pairs if article else ())
        if (result := pair.evidence.likelihood) and len(result.tokens) >= 4
    ]
    return min(max((median(costs) - _FREE) / (_FREEST - _FREE), 0.0), 1.0) if len(costs) >= _ENOUGH else 0.0


def read_translation(pair: Pair, article: Article | None) -> list[Reading]:
    """Places of the translation, at most one reading a place, in order; kinds delete, negation, swap, gender, modality, word."""
    text = pair.target.text if pair.target else ""
    free = freedom(article)
    probes = _probes(pair.evidence.likelihood)
    found = list[Reading]()
    for probe in probes:
        if _copies(probe, pair):
            continue
        if probe.kind == "delete" and _negates(probe, text, pair.target_language):
            probe = replace(probe, kind="negation")
        if reading := _read(probe, _MARGINS[_margin_of(probe, pair.target_language)], free):
            found.append(_trim(reading, text))
    words = target_words(pair)
    kept = (reading for reading in found if reading.kind != "delete" or not words.rendered(reading.start, reading.end))
    exchanged = any(reading.kind == "delete" for reading in _read_lost(pair, free))
    return [_cap_exchanged(_cap_word(reading, pair, words), exchanged) for reading in _without_overlaps(kept)]


def read_source(pair: Pair, article: Article | None) -> list[Reading]:
    """Places of the source that the translation seems to lack, in order; kinds delete and negation."""
    exchanged = any(reading.kind == "delete" for reading in read_translation(pair, article))
    return [_cap_exchanged(reading, exchanged) for reading in _read_lost(pair, freedom(article))]


def _read_lost(pair: Pair, free: float) -> list[Reading]:
    text = pair.source.text if pair.source else ""
    found = list[Reading]()
    for probe in _probes(pair.evidence.reverse):
        negation = _negates(probe, text, pair.source_language)
        named = replace(probe, kind="negation") if negation else probe
        if reading := _read(named, _LOST_NEGATION if negation else _OMISSION, free):
            found.append(_trim(reading, text))
    words = source_words(pair)
    # rules carry single words into a relative badly: one that seems lost there may only be lost on that way
    fewest = 2 if pair.evidence.reverse and pair.evidence.reverse.signature.startswith("relayed") else 1
    kept = (reading for reading in found if reading.kind != "delete" or _is_lost(reading, words, fewest))
    return list(_without_overlaps(kept))


def is_choice(reading: Reading, pair: Pair, article: Article | None) -> bool:
    """Whether the translation uses the same word for the same expected one elsewhere: that is a choice of term, no slip."""
    said = pair.target.text[reading.start : reading.end].casefold() if pair.target else ""
    return reading.kind == "word" and any(
        probe.kind == "word"
        and probe.replacement.casefold() == reading.replacement.casefold()
        and other.target is not None
        and other.target.text[probe.start : probe.end].casefold() == said
        for other in (article.pairs if article else ())
        if other.target != pair.target
        for probe in _probes(other.evidence.likelihood)
    )


def _margin_of(probe: Probe, language: str) -> str:
    feminine = probe.kind == "gender" and probe.replacement.casefold() in feminine_pronouns(language)
    return "feminine" if feminine else probe.kind


def _is_lost(reading: Reading, words: LinkedWords, fewest: int) -> bool:
    """Whether content words are lost: half of them, not one, since words that lost their partner link to what is there."""
    enough = words.count(reading.start, reading.end) >= fewest
    return enough and words.share(reading.start, reading.end, _KEPT) < 0.5


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


def _cap_exchanged(reading: Reading, exchanged: bool) -> Reading:
    """Where words are too many on both sides they likely render each other, "anti-regime" and „en contra del régimen“."""
    capped = exchanged and reading.kind == "delete"
    return replace(reading, strength=min(reading.strength, _EXCHANGED)) if capped else reading


def _cap_word(reading: Reading, pair: Pair, words: LinkedWords) -> Reading:
    """Another word for the same thing is seldom an error, nor is one that a relay's rules would not have chosen."""
    if reading.kind != "word":
        return reading
    likelihood = pair.evidence.likelihood
    relayed = likelihood is not None and likelihood.signature.startswith("relayed")
    ceiling = _SECOND_HAND if relayed else 1.0
    if words.share(reading.start, reading.end, _LINKED) > 0:
        ceiling = _SYNONYM
    return replace(reading, strength=min(reading.strength, ceiling))


def _probes(likelihood: Likelihood | None) -> Iterable[Probe]:
    return likelihood.probes if likelihood else ()


def _read(probe: Probe, margins: tuple[float, float, float, float], free: float) -> Reading | None:
    least_gain, least_support = margins[0] + free * margins[2], margins[1] + free * margins[3]
    if probe.support is None or probe.gain < least_gain or probe.support < least_support:
        return None
    full_gain, full_support = _FULL.get(probe.kind, (10, 6))
    passed = (probe.gain - least_gain) / full_gain, (probe.support - least_support) / full_support
    excess = sum(min(part, 1.0) for part in passed) / 2
    # free wording explains words that surprise; it explains no exchanged participants
    ceiling = _CEILINGS.get(probe.kind)
    strength = 0.7 + 0.28 * excess if ceiling is None else min(0.7 + 0.28 * excess, ceiling) - _DISCOUNT * free
    return Reading(probe.kind, probe.start, probe.end, probe.replacement, probe.gain, probe.support, round(strength, 3))


def _trim(reading: Reading, text: str) -> Reading:
    """Without the space and the commas that a deletion takes along."""
    start, end = reading.start, reading.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return replace(reading, start=start, end=end)


def _without_overlaps(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The best reading of each place: what both sides gain most by."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda item: (-(item.gain + item.support), item.start, item.end, item.kind)):
        if all(reading.end <= other.start or reading.start >= other.end for other in kept):
            kept.append(reading)
    yield from sorted(kept, key=lambda item: (item.start, item.end))


def _negates(reading: Probe, text: str, language: str) -> bool:
    """Whether what is taken out is a negation and nothing else of weight."""
    classes = closed_classes(language)
    words = [word.strip(".,;:!?\"'()“”«»").casefold() for word in text[reading.start : reading.end].split()]
    negates = any(word in classes.negation or word.endswith(("n't", "n’t")) for word in words)
    light = all(
        word in classes.negation or word in classes.function or not word or word.endswith("n't") for word in words
    )
    return negates and light

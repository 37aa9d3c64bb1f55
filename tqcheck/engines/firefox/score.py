"""The `firefox` scorer: log-probabilities of a given translation, and of its edits, from the same files that translate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqcheck.engines.base import Edit
from tqcheck.engines.careful import REFUSE, sentence_case
from tqcheck.engines.firefox.store import ModelFiles, installed
from tqcheck.engines.firefox.vocabulary import Pieces, Vocabulary
from tqcheck.engines.firefox.words import link_words, to_words
from tqcheck.engines.languages import nearest_pair
from tqcheck.errors import EngineError
from tqcheck.model import Likelihood, Probe, Span

if TYPE_CHECKING:
    from tqcheck.engines.firefox.network import Network
    from tqcheck.engines.firefox.reading import Reading

_LIMIT = 220
"""Pieces a side may have; beyond what the models were trained on their probabilities mean nothing."""

_REMEMBERED = 128
"""Readings kept for the questions that follow on a score, some 200 KB each."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A translation that was read: what the network says of it, its pieces, and what of that a caller is told."""

    reading: Reading
    pieces: Pieces
    likelihood: Likelihood


class FirefoxScorer:
    """Every direction that is installed; weights are read on first use (about 70 MB a direction)."""

    concurrent = True
    """Another scorer may work in another thread meanwhile."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files = {(files.source, files.target): files for files in installed(folder)}
        self._loaded: dict[tuple[str, str], tuple[Network, Vocabulary, Vocabulary]] = {}
        self._known: dict[tuple[str, str, str, str], _Known] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return FirefoxScorer, (self._folder,)

    @property
    def signature(self) -> str:
        """The revisions of all installed models."""
        models = ",".join(f"{files.source}-{files.target}@{files.revision}" for files in self._files.values())
        return f"firefox-forced 4|{models or 'no models'}"

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Directions installed."""
        return frozenset(self._files)

    def signature_for(self, source: str, target: str) -> str:
        """What a score of this direction carries."""
        files = self._files[self._pair(source, target)]
        return f"firefox-forced 4|{files.source}-{files.target}@{files.revision}"

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source, translation), one token a word; no tokens where a side is empty, unreadable or too long."""
        known = self._read(texts, source, target)
        nothing = Likelihood(tokens=(), total=0.0, signature=self.signature_for(source, target))
        return [known[text].likelihood if text in known else nothing for text in texts]

    def probe(self, texts: Sequence[tuple[str, str, Sequence[Edit]]], source: str, target: str) -> list[Likelihood]:
        """Likewise, with the gain of each edit of the translation as a `Probe`, in the order of the edits."""
        from tqcheck.engines.firefox.forced import weigh_edits

        network, _, theirs = self._load(self._pair(source, target))
        plain = [text[:2] for text in texts]
        known = self._read(plain, source, target)
        results = self.score(plain, source, target)
        for row, (start, end, edits) in enumerate(texts):
            if edits and (found := known.get((start, end))):
                pieces = [(*theirs.encode(_plain(edit.apply(end))).ids, theirs.end) for edit in edits]
                gains = weigh_edits(network, found.reading, pieces)
                probes = tuple(
                    Probe(kind=edit.kind, start=edit.start, end=edit.end, replacement=edit.replacement, gain=gain)
                    for edit, gain in zip(edits, gains, strict=True)
                )
                results[row] = replace(results[row], probes=probes)
        return results

    def suggest(self, texts: Sequence[tuple[str, str, Sequence[Span]]], source: str, target: str) -> list[list[str]]:
        """For each (source, translation, words of it) the word the model expects in each one's place; "" = none."""
        from tqcheck.engines.firefox.suggest import expect_words

        network, _, theirs = self._load(self._pair(source, target))
        known = self._read([text[:2] for text in texts], source, target)
        results = []
        for start, end, spans in texts:
            words = [""] * len(spans)
            if spans and (found := known.get((start, end))):
                positions = [_piece_at(found.pieces, span.start) for span in spans]
                expected = expect_words(network, found.reading, positions, theirs.begins_word, theirs.end)
                words = [theirs.decode(word).strip() for word in expected]
            results.append(words)
        return results

    def restore(self, texts: Sequence[tuple[str, str, Sequence[int]]], source: str, target: str) -> list[list[str]]:
        """For each (source, translation, places in it) the phrase the model expects to be added at each; "" = none."""
        from tqcheck.engines.firefox.suggest import cut_phrase, expect_phrases

        network, _, theirs = self._load(self._pair(source, target))
        known = self._read([text[:2] for text in texts], source, target)
        results = []
        for start, end, places in texts:
            phrases = [""] * len(places)
            if places and (found := known.get((start, end))):
                positions = [_piece_at(found.pieces, place) for place in places]
                expected = expect_phrases(network, found.reading, positions, theirs.end)
                phrases = [
                    cut_phrase(theirs.decode(pieces), ended, end[place:])
                    for place, (pieces, ended) in zip(places, expected, strict=True)
                ]
            results.append(phrases)
        return results

    def support(self, texts: Sequence[tuple[str, str, str]], source: str, target: str) -> list[float | None]:
        """For each (source, translation, other source) how many nats likelier the translation is when read off the other."""
        from tqcheck.engines.firefox.forced import weigh_sources

        network, ours, _ = self._load(self._pair(source, target))
        known = self._read([text[:2] for text in texts], source, target)
        others = [_encode(ours, other) for _, _, other in texts]
        usable = [row for row, text in enumerate(texts) if others[row] and text[:2] in known]
        asked = [(known[texts[row][:2]].reading, (*pieces.ids, ours.end)) for row in usable if (pieces := others[row])]
        results: list[float | None] = [None] * len(texts)
        for row, gain in zip(usable, weigh_sources(network, asked), strict=True):
            results[row] = gain
        return results

    def _read(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> dict[tuple[str, str], _Known]:
        """What the network says of each pair it can read; the last ones read are remembered."""
        from tqcheck.engines.firefox.reading import Sentence, read_sentences

        pair = self._pair(source, target)
        network, ours, theirs = self._load(pair)
        known = {text: found for text in texts if (found := self._known.get((*pair, *text)))}
        cut = {text: (_encode(ours, text[0]), _encode(theirs, text[1])) for text in texts if text not in known}
        fresh = [(text, start, end) for text, (start, end) in cut.items() if start and end]
        sentences = [Sentence((*start.ids, ours.end), (*end.ids, theirs.end)) for _, start, end in fresh]
        signature = self.signature_for(source, target)
        for (text, start, end), reading in zip(fresh, read_sentences(network, sentences), strict=True):
            known[text] = _Known(reading, end, _likelihood(text, (start, end), reading, signature))
            self._known[(*pair, *text)] = known[text]
        while len(self._known) > _REMEMBERED:
            del self._known[next(iter(self._known))]
        return known

    def _pair(self, source: str, target: str) -> tuple[str, str]:
        pair = nearest_pair(source, target, self._files)
        if pair is None:
            raise EngineError(f"no model scores {source}->{target}: run `tqcheck engines install {source}-{target}`")
        return pair

    def _load(self, pair: tuple[str, str]) -> tuple[Network, Vocabulary, Vocabulary]:
        if pair not in self._loaded:
            self._loaded[pair] = _load_network(self._files[pair])
        return self._loaded[pair]


def create(settings: Mapping[str, Any]) -> FirefoxScorer:
    """Factory for the scorer table; `model` = a folder of model files in place of what is installed."""
    model = settings.get("model")
    return FirefoxScorer(Path(model) if model else None)


def _load_network(files: ModelFiles) -> tuple[Network, Vocabulary, Vocabulary]:
    from tqcheck.engines.firefox.network import Network
    from tqcheck.engines.firefox.weights import read_weights

    try:
        network = Network(read_weights(files.model.read_bytes(), str(files.model)))
        return (
            network,
            Vocabulary.read(files.source_vocabulary.read_bytes()),
            Vocabulary.read(files.target_vocabulary.read_bytes()),
        )
    except (OSError, KeyError) as error:
        raise EngineError(f"the model in {files.folder} cannot be read ({error}): install it again") from error


_PLAIN = str.maketrans("“”„‟«»「」『』‘’‚‛‹›", '"' * 10 + "'" * 6)
"""Quotation marks as the models' training texts write them: the locale's own would cost dozens of nats, and say nothing."""


def _plain(text: str) -> str:
    """The text as the models know it, every letter at its place: plain quotation marks, no shouting."""
    return sentence_case(text).translate(_PLAIN)


def _encode(vocabulary: Vocabulary, text: str) -> Pieces | None:
    if not text.strip() or vocabulary.unknown_share(text) > REFUSE:
        return None
    pieces = vocabulary.encode(_plain(text))
    return pieces if 0 < len(pieces.ids) <= _LIMIT else None


def _piece_at(pieces: Pieces, place: int) -> int:
    """Index of the piece a word begins with, its bare word mark included; of the end mark behind the last."""
    index = next((index for index, (_, end) in enumerate(pieces.spans) if end > place), len(pieces.spans))
    while index and pieces.spans[index - 1][0] == pieces.spans[index - 1][1]:
        index -= 1
    return index


def _likelihood(text: tuple[str, str], sides: tuple[Pieces, Pieces], reading: Reading, signature: str) -> Likelihood:
    scores = [float(score) for score in reading.pieces]
    return Likelihood(
        tokens=to_words(text[1], sides[1], scores),
        total=round(sum(scores), 3),
        signature=signature,
        links=link_words(text, sides, reading.attention),
    )

"""The `firefox` scorer: log-probabilities of a given translation, and of its edits, from the same files that translate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqcheck.engines.base import Edit
from tqcheck.engines.careful import REFUSE
from tqcheck.engines.firefox.store import ModelFiles, installed
from tqcheck.engines.firefox.vocabulary import Pieces, Vocabulary
from tqcheck.engines.firefox.words import link_words, to_words
from tqcheck.engines.languages import nearest_pair
from tqcheck.errors import EngineError
from tqcheck.model import Likelihood, Probe, Span

if TYPE_CHECKING:
    from tqcheck.engines.firefox.forced import Forced, Sentence
    from tqcheck.engines.firefox.network import Network

_LIMIT = 220
"""Pieces a side may have; beyond what the models were trained on their probabilities mean nothing."""


class FirefoxScorer:
    """Every direction that is installed; weights are read on first use (about 70 MB a direction)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._files = {(files.source, files.target): files for files in installed(folder)}
        self._loaded: dict[tuple[str, str], tuple[Network, Vocabulary, Vocabulary]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return FirefoxScorer, (self._folder,)

    @property
    def signature(self) -> str:
        """The revisions of all installed models."""
        models = ",".join(f"{files.source}-{files.target}@{files.revision}" for files in self._files.values())
        return f"firefox-forced 1|{models or 'no models'}"

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Directions installed."""
        return frozenset(self._files)

    def signature_for(self, source: str, target: str) -> str:
        """What a score of this direction carries."""
        files = self._files[self._pair(source, target)]
        return f"firefox-forced 1|{files.source}-{files.target}@{files.revision}"

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source, translation), one token a word; no tokens where a side is empty, unreadable or too long."""
        return self.probe([(start, end, ()) for start, end in texts], source, target)

    def probe(self, texts: Sequence[tuple[str, str, Sequence[Edit]]], source: str, target: str) -> list[Likelihood]:
        """Likewise, with the gain of each edit of the translation as a `Probe`, in the order of the edits."""
        from tqcheck.engines.firefox.forced import score_sentences

        network, ours, theirs = self._load(self._pair(source, target))
        signature = self.signature_for(source, target)
        cut = [(_encode(ours, start), _encode(theirs, end)) for start, end, _ in texts]
        usable = [row for row, sides in enumerate(cut) if all(sides)]
        sentences = [_sentence(cut[row], texts[row], ours.end, theirs) for row in usable]
        results = {row: Likelihood(tokens=(), total=0.0, signature=signature) for row in range(len(texts))}
        for row, forced in zip(usable, score_sentences(network, sentences), strict=True):
            results[row] = _likelihood(texts[row], cut[row], forced, signature)
        return [results[row] for row in range(len(texts))]

    def suggest(self, texts: Sequence[tuple[str, str, Sequence[Span]]], source: str, target: str) -> list[list[str]]:
        """For each (source, translation, words of it) the word the model expects in each one's place; "" = none."""
        from tqcheck.engines.firefox.suggest import Question, suggest_pieces

        network, ours, theirs = self._load(self._pair(source, target))
        cut = [(_encode(ours, start), _encode(theirs, end)) for start, end, _ in texts]
        usable = [row for row, sides in enumerate(cut) if all(sides) and texts[row][2]]
        questions = []
        for row in usable:
            sentence = _sentence(cut[row], (*texts[row][:2], ()), ours.end, theirs)
            starts = [_piece_at(cut[row][1], span.start) for span in texts[row][2]]
            questions.append(Question(sentence, tuple(starts)))
        results = [[""] * len(spans) for _, _, spans in texts]
        for row, words in zip(usable, suggest_pieces(network, questions, theirs.begins_word, theirs.end), strict=True):
            results[row] = [theirs.decode(word).strip() for word in words]
        return results

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


def _encode(vocabulary: Vocabulary, text: str) -> Pieces | None:
    if not text.strip() or vocabulary.unknown_share(text) > REFUSE:
        return None
    pieces = vocabulary.encode(text)
    return pieces if 0 < len(pieces.ids) <= _LIMIT else None


def _sentence(
    sides: tuple[Pieces | None, Pieces | None],
    text: tuple[str, str, Sequence[Edit]],
    source_end: int,
    vocabulary: Vocabulary,
) -> Sentence:
    from tqcheck.engines.firefox.forced import Sentence

    source, target = sides
    assert source is not None
    assert target is not None
    edits = tuple((*vocabulary.encode(edit.apply(text[1])).ids, vocabulary.end) for edit in text[2])
    return Sentence((*source.ids, source_end), (*target.ids, vocabulary.end), edits)


def _piece_at(pieces: Pieces | None, place: int) -> int:
    """Index of the piece a word begins with, its bare word mark included."""
    assert pieces is not None
    index = next(index for index, (_, end) in enumerate(pieces.spans) if end > place)
    while index and pieces.spans[index - 1][0] == pieces.spans[index - 1][1]:
        index -= 1
    return index


def _likelihood(
    text: tuple[str, str, Sequence[Edit]], sides: tuple[Pieces | None, Pieces | None], forced: Forced, signature: str
) -> Likelihood:
    source, target = sides
    assert source is not None
    assert target is not None
    scores = [float(score) for score in forced.pieces]
    probes = tuple(
        Probe(kind=edit.kind, start=edit.start, end=edit.end, replacement=edit.replacement, gain=gain)
        for edit, gain in zip(text[2], forced.gains, strict=True)
    )
    return Likelihood(
        tokens=to_words(text[1], target, scores),
        total=round(sum(scores), 3),
        signature=signature,
        probes=probes,
        links=link_words((text[0], text[1]), (source, target), forced.attention),
    )

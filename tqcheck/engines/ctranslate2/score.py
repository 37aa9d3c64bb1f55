"""The `ctranslate2` scorer: how likely the converted model finds each word of a given translation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tqcheck.engines.careful import sentence_case
from tqcheck.engines.ctranslate2.translate import Ctranslate2Translator
from tqcheck.engines.ctranslate2.translate import create as create_translator
from tqcheck.engines.firefox.words import to_words
from tqcheck.engines.transformers.model import speaking
from tqcheck.engines.transformers.score import usable
from tqcheck.model import Likelihood

_BATCH = 2048


class Ctranslate2Scorer:
    """One directory."""

    def __init__(self, translator: Ctranslate2Translator) -> None:
        self._translator = translator

    def __reduce__(self) -> tuple[Any, ...]:
        return Ctranslate2Scorer, (self._translator,)

    @property
    def signature(self) -> str:
        """Library version, directory name, fingerprint of its files, kind of numbers."""
        return f"forced 1|{self._translator.revision}"

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The directions the directory states."""
        return self._translator.pairs()

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source, translation), one token a word; no tokens where a side is empty, unreadable or too long."""
        engine = self._translator
        engine.directory.check_direction(source, target)
        first = engine.first(target)
        cut = [usable(engine.cutters, *sides) for sides in texts]
        rows = [row for row, pieces in enumerate(cut) if pieces is not None]
        sources = [engine.read(sentence_case(texts[row][0]), source, target) for row in rows]
        given = [[*first, *engine.cutters[1].names(sentence_case(texts[row][1]))] for row in rows]
        with speaking(engine.directory):
            scored = (
                engine.model.score_batch(sources, given, max_batch_size=_BATCH, batch_type="tokens") if rows else []
            )
        results = [Likelihood(tokens=(), total=0.0, signature=self.signature) for _ in texts]
        for row, result in zip(rows, scored, strict=True):
            pieces, scores = cut[row], [float(score) for score in result.log_probs[len(first) :]]
            assert pieces is not None
            words = to_words(texts[row][1], pieces, scores)
            results[row] = Likelihood(tokens=words, total=round(sum(scores), 3), signature=self.signature)
        return results


def create(settings: Mapping[str, Any]) -> Ctranslate2Scorer:
    """Factory for the scorer table; the settings of the translator."""
    return Ctranslate2Scorer(create_translator(settings))

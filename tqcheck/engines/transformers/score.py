"""The `transformers` scorer: how likely the model finds each word of a given translation (teacher forcing)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tqcheck.engines.careful import REFUSE, sentence_case
from tqcheck.engines.firefox.vocabulary import Pieces
from tqcheck.engines.firefox.words import to_words
from tqcheck.engines.transformers.model import BATCH, speaking
from tqcheck.engines.transformers.pieces import Cutter
from tqcheck.engines.transformers.translate import TransformersTranslator
from tqcheck.engines.transformers.translate import create as create_translator
from tqcheck.model import Likelihood

LIMIT = 220
"""Pieces a side may have; beyond what the models were trained on their probabilities mean nothing."""


class TransformersScorer:
    """One directory. A model whose vocabulary tells no places of pieces scores no pair."""

    def __init__(self, translator: TransformersTranslator) -> None:
        self._translator = translator

    def __reduce__(self) -> tuple[Any, ...]:
        return TransformersScorer, (self._translator,)

    @property
    def signature(self) -> str:
        """Library version, directory name, fingerprint of its files."""
        return f"forced 1|{self._translator.revision}"

    def pairs(self) -> frozenset[tuple[str, str]] | None:
        """The directions the directory states."""
        return self._translator.pairs() if self._translator.cutters else frozenset()

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source, translation), one token a word; no tokens where a side is empty, unreadable or too long."""
        self._translator.directory.check_direction(source, target)
        cut = [usable(self._translator.cutters, *sides) for sides in texts]
        rows = sorted((row for row, pieces in enumerate(cut) if pieces), key=lambda row: (len(texts[row][1]), row))
        results = {row: Likelihood(tokens=(), total=0.0, signature=self.signature) for row in range(len(texts))}
        prefix, first = self._translator.model.prepare(source, target) if rows else ("", None)
        for low in range(0, len(rows), BATCH):
            batch = rows[low : low + BATCH]
            given = [pieces for row in batch if (pieces := cut[row]) is not None]
            for row, pieces, scores in zip(
                batch,
                given,
                self._force([prefix + sentence_case(texts[row][0]) for row in batch], given, first),
                strict=True,
            ):
                words = to_words(texts[row][1], pieces, scores)
                results[row] = Likelihood(tokens=words, total=round(sum(scores), 3), signature=self.signature)
        return [results[row] for row in range(len(texts))]

    def _force(self, sources: list[str], given: list[Pieces], first: int | None) -> list[list[float]]:
        """Natural-log probability of each piece and of the end mark, one row a sentence; that of the language's token does not count."""
        import torch

        model = self._translator.model
        pad, end = int(model.tokenizer.pad_token_id), int(model.tokenizer.eos_token_id)
        head = [] if first is None else [first]
        longest = max(len(pieces.ids) for pieces in given) + 1
        rows = [[*head, *pieces.ids, end] + [pad] * (longest - len(pieces.ids) - 1) for pieces in given]
        labels = torch.tensor(rows)
        start = torch.full((len(given), 1), int(model.network.config.decoder_start_token_id))
        with speaking(model.directory), torch.inference_mode():
            inputs = model.tokenizer(
                sources, return_tensors="pt", padding=True, truncation=True, max_length=model.limit
            )
            device = model.network.device
            ahead = torch.cat([start, labels[:, :-1]], dim=1).to(device)
            logits = model.network(**inputs.to(device), decoder_input_ids=ahead, use_cache=False).logits
            scores = logits.log_softmax(-1).gather(-1, labels.to(device).unsqueeze(-1)).squeeze(-1)
        skip = len(head)
        return [row[skip : skip + len(pieces.ids) + 1] for row, pieces in zip(scores.tolist(), given, strict=True)]


def usable(cutters: tuple[Cutter, Cutter] | None, start: str, end: str) -> Pieces | None:
    """The pieces of a translation that can be scored; None where a side is empty, unreadable or too long."""
    if cutters is None or not start.strip() or not end.strip():
        return None
    ours, theirs = cutters
    if ours.unknown_share(start) > REFUSE or theirs.unknown_share(end) > REFUSE:
        return None
    pieces = theirs.encode(sentence_case(end))
    fits = 0 < len(pieces.ids) <= LIMIT and len(ours.names(start)) <= LIMIT
    return pieces if fits else None


def create(settings: Mapping[str, Any]) -> TransformersScorer:
    """Factory for the scorer table; the settings of the translator."""
    return TransformersScorer(create_translator(settings))

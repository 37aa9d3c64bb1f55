"""The `transformers` scorer: how likely the model finds each word of a given translation (teacher forcing)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from tqcheck.engines.careful import REFUSE
from tqcheck.engines.firefox.vocabulary import Pieces, Vocabulary
from tqcheck.engines.firefox.words import to_words
from tqcheck.engines.transformers.model import BATCH, speaking
from tqcheck.engines.transformers.translate import TransformersTranslator
from tqcheck.engines.transformers.translate import create as create_translator
from tqcheck.model import Likelihood

_LIMIT = 220
"""Pieces a side may have; beyond what the models were trained on their probabilities mean nothing."""


class TransformersScorer:
    """One Marian directory. Other models keep no vocabulary from which the places of pieces can be told: they score no pair."""

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
        return self._translator.pairs() if self._folder.joinpath("target.spm").exists() else frozenset()

    def score(self, texts: Sequence[tuple[str, str]], source: str, target: str) -> list[Likelihood]:
        """One `Likelihood` per (source, translation), one token a word; no tokens where a side is empty, unreadable or too long."""
        self._translator.directory.check_direction(source, target)
        cut = [self._usable(*sides) for sides in texts]
        rows = sorted((row for row, pieces in enumerate(cut) if pieces), key=lambda row: (len(texts[row][1]), row))
        results = {row: Likelihood(tokens=(), total=0.0, signature=self.signature) for row in range(len(texts))}
        prefix = self._translator.model.prefix(source, target) if rows else ""
        for low in range(0, len(rows), BATCH):
            batch = rows[low : low + BATCH]
            given = [pieces for row in batch if (pieces := cut[row]) is not None]
            for row, pieces, scores in zip(
                batch, given, self._force([prefix + texts[row][0] for row in batch], given), strict=True
            ):
                words = to_words(texts[row][1], pieces, scores)
                results[row] = Likelihood(tokens=words, total=round(sum(scores), 3), signature=self.signature)
        return [results[row] for row in range(len(texts))]

    def _force(self, sources: list[str], given: list[Pieces]) -> list[list[float]]:
        """Natural-log probability of each piece and of the end mark, one row a sentence."""
        import torch

        model = self._translator.model
        pad, end = int(model.tokenizer.pad_token_id), int(model.tokenizer.eos_token_id)
        longest = max(len(pieces.ids) for pieces in given) + 1
        labels = torch.tensor([[*pieces.ids, end] + [pad] * (longest - len(pieces.ids) - 1) for pieces in given])
        start = torch.full((len(given), 1), int(model.network.config.decoder_start_token_id))
        with speaking(model.directory), torch.inference_mode():
            inputs = model.tokenizer(
                sources, return_tensors="pt", padding=True, truncation=True, max_length=model.limit
            )
            device = model.network.device
            ahead = torch.cat([start, labels[:, :-1]], dim=1).to(device)
            logits = model.network(**inputs.to(device), decoder_input_ids=ahead, use_cache=False).logits
            scores = logits.log_softmax(-1).gather(-1, labels.to(device).unsqueeze(-1)).squeeze(-1)
        return [row[: len(pieces.ids) + 1] for row, pieces in zip(scores.tolist(), given, strict=True)]

    def _usable(self, start: str, end: str) -> Pieces | None:
        if not start.strip() or not end.strip():
            return None
        ours, theirs, ids = self._vocabularies
        if ours.unknown_share(start) > REFUSE or theirs.unknown_share(end) > REFUSE:
            return None
        pieces = theirs.encode(end)
        if not 0 < len(pieces.ids) <= _LIMIT or len(ours.encode(start).ids) > _LIMIT:
            return None
        # the model numbers the same pieces in its own way
        names = [str(theirs.processor.id_to_piece(piece)) for piece in pieces.ids]
        return Pieces(tuple(ids.get(name, ids["<unk>"]) for name in names), pieces.spans)

    @property
    def _folder(self) -> Path:
        return self._translator.directory.folder

    @cached_property
    def _vocabularies(self) -> tuple[Vocabulary, Vocabulary, dict[str, int]]:
        own = self._folder / "target_vocab.json"
        path = own if own.exists() else self._folder / "vocab.json"
        with speaking(self._translator.directory):
            ours, theirs = (
                Vocabulary.read((self._folder / f"{side}.spm").read_bytes()) for side in ("source", "target")
            )
            return ours, theirs, dict(json.loads(path.read_text(encoding="utf-8")))


def create(settings: Mapping[str, Any]) -> TransformersScorer:
    """Factory for the scorer table; the settings of the translator."""
    return TransformersScorer(create_translator(settings))

"""The loaded model: batches of sentences in, sentences with the log-probabilities of their pieces out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tqcheck.engines.transformers.directory import ModelDirectory
from tqcheck.errors import EngineError, MissingEngineError

BATCH = 16
"""Sentences a batch."""

_CHARACTERS = 2400
"""Characters a batch, padding counted: bounds the memory of the beams."""

_TOKENS = 512
"""Pieces a sentence may have, in and out, where the tokenizer states no smaller number."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A translation and the natural-log probability of each of its pieces, the end mark not counted."""

    text: str
    logprobs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """Tokenizer and network on their device."""

    directory: ModelDirectory
    tokenizer: Any
    network: Any
    beams: int

    def translate(self, sentences: Sequence[str], source: str, target: str) -> list[Sentence]:
        """One `Sentence` per text, in order; in batches of similar length."""
        prefix, forced = self.prepare(source, target)
        order = sorted(range(len(sentences)), key=lambda index: (len(sentences[index]), index))
        done: dict[int, Sentence] = {}
        for rows in _batches(order, sentences):
            with speaking(self.directory):
                done.update(zip(rows, self._generate([prefix + sentences[row] for row in rows], forced), strict=True))
        return [done[row] for row in range(len(sentences))]

    def prepare(self, source: str, target: str) -> tuple[str, int | None]:
        """What stands before each source sentence, and the piece each output begins with (None = none), for this direction.

        A Marian model of several targets reads the wanted one in the source; the others begin their output with it.
        """
        self.directory.check_direction(source, target)
        token = self.directory.token(target)
        if self.directory.kind == "marian":
            return (f"{token} " if token else ""), None
        if not token:
            if self.directory.kind == "m2m_100":
                raise EngineError(
                    f"the model in {self.directory.folder} lists no language tokens: copy its tokenizer files too"
                )
            return "", None
        # M2M100 names languages "fr" where its vocabulary has "__fr__"; NLLB uses the entry itself
        first = token if self.directory.target_first else self.directory.token(source)
        self.tokenizer.src_lang = first.strip("_")
        return "", None if self.directory.target_first else int(self.tokenizer.convert_tokens_to_ids(token))

    def _generate(self, texts: list[str], forced: int | None) -> list[Sentence]:
        import torch

        inputs = self.tokenizer(texts, return_tensors="pt", padding=True, truncation=True, max_length=self.limit)
        inputs = inputs.to(self.network.device)
        settings = self._settings(min(self.limit, 30 + 3 * inputs["input_ids"].shape[1]), forced)
        with torch.inference_mode():
            output = self.network.generate(**inputs, generation_config=settings)
            scores = self.network.compute_transition_scores(
                output.sequences, output.scores, getattr(output, "beam_indices", None), normalize_logits=self.beams == 1
            )
        # tokenizers saved by recent versions take language tokens for words: they are dropped by us
        special = {*self.tokenizer.all_special_ids, *self._language_ids(), forced}
        kept = [[piece for piece in row if piece not in special] for row in output.sequences.tolist()]
        words = self.tokenizer.batch_decode(kept)
        pieces = output.sequences[:, -scores.shape[1] :].tolist()
        return [
            Sentence(
                text, tuple(round(score, 4) for piece, score in zip(row, line, strict=True) if piece not in special)
            )
            for text, row, line in zip(words, pieces, scores.tolist(), strict=True)
        ]

    def _language_ids(self) -> list[int]:
        tokens = list(self.directory.tokens.values())
        return list(self.tokenizer.convert_tokens_to_ids(tokens)) if tokens else []

    @property
    def limit(self) -> int:
        """Pieces a sentence may have."""
        return min(_TOKENS, int(self.tokenizer.model_max_length))

    def _settings(self, longest: int, forced: int | None) -> Any:
        from copy import deepcopy

        settings = deepcopy(self.network.generation_config)
        wanted: dict[str, Any] = {
            "num_beams": self.beams,
            "do_sample": False,
            "max_length": None,
            "max_new_tokens": longest,
            "output_scores": True,
            "return_dict_in_generate": True,
        }
        if forced is not None:
            wanted["forced_bos_token_id"] = forced
        settings.update(**wanted)
        return settings


def load_model(directory: ModelDirectory, *, beams: int, threads: int) -> LoadedModel:
    """Load from disk, never from the network, on the GPU if there is one; `EngineError` when the files are no such model."""
    # read by huggingface_hub on import
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    import torch
    from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, M2M100Tokenizer

    torch.set_num_threads(threads)
    with speaking(directory):
        # SMaLL-100 comes with a tokenizer of its own that only adds the tokens in another order: no code from a model is run
        kind = M2M100Tokenizer if directory.target_first else AutoTokenizer
        tokenizer = kind.from_pretrained(directory.folder, local_files_only=True)
        network = AutoModelForSeq2SeqLM.from_pretrained(directory.folder, local_files_only=True).eval()
        return LoadedModel(directory, tokenizer, network.to("cuda" if torch.cuda.is_available() else "cpu"), beams)


def require_packages() -> None:
    """`MissingEngineError` naming the extra where torch or transformers is missing."""
    from importlib.util import find_spec

    missing = [name for name in ("torch", "transformers", "sentencepiece") if find_spec(name) is None]
    if missing:
        needed = " and ".join(missing)
        raise MissingEngineError(f"the transformers engine needs {needed}: pip install 'tqcheck[transformers]'")


@contextmanager
def speaking(directory: ModelDirectory) -> Iterator[None]:
    """What the library raises for damaged files or lack of memory, in one line."""
    try:
        yield
    except EngineError:
        raise
    except (
        Exception
    ) as error:  # the library raises whatever its parts raise: KeyError, AssertionError, SafetensorError...
        reason = (str(error).strip().splitlines() or [""])[0][:200] or type(error).__name__
        raise EngineError(f"the model in {directory.folder} failed ({reason})") from error


def _batches(order: list[int], sentences: Sequence[str]) -> Iterator[list[int]]:
    batch: list[int] = []
    for row in order:
        if batch and (len(batch) == BATCH or (len(batch) + 1) * len(sentences[row]) > _CHARACTERS):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch

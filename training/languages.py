"""Step 5: a linear language identifier on the mean of a text's word vectors, so that a wrong language never scores well.

It costs nothing at run time (the vectors are looked up anyway). Twin standards (Serbian in Latin script, Croatian, Bosnian;
both Portuguese; both Chinese scripts) are one class. Prints the accuracy on held-out sentences, then writes `languages.npz`.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from training.corpora import texts
from training.paths import BASE, SHIPPED

CLASSES = {"sr-Latn": "hr", "bs": "hr", "sr": "sr-Cyrl", "pt-BR": "pt", "zh-Hans": "zh", "zh-Hant": "zh"}
PER_LANGUAGE = 3000
SHORTEST = 12


def gather(seed: int) -> dict[str, list[str]]:
    """Distinct texts by class."""
    found: dict[str, set[str]] = defaultdict(set)
    for language, text in texts():
        if len(text) >= SHORTEST:
            found[CLASSES.get(language, language)].add(text)
    rng = random.Random(seed)
    return {name: rng.sample(sorted(group), min(PER_LANGUAGE, len(group))) for name, group in sorted(found.items())}


def vectors(batch: list[str], tokenizer: Tokenizer, words: np.ndarray) -> np.ndarray:
    """Mean word vector of each text."""
    rows = [words[encoding.ids].mean(0) for encoding in tokenizer.encode_batch(batch, add_special_tokens=False)]
    return np.stack(rows).astype(np.float32)


def word_vectors() -> np.ndarray:
    """The dense word table of the trimmed vocabulary."""
    pieces = np.load(BASE / "pieces.npy")
    with np.load(BASE / "encoder.npz") as tensors:
        scales = np.repeat(tensors["word.scales"][pieces].astype(np.float32), 32, axis=1)
        dense: np.ndarray = (tensors["word.codes"][pieces].astype(np.float32) - 8) * scales
    return dense


def fit(samples: np.ndarray, labels: np.ndarray, classes: int) -> nn.Linear:
    """Multinomial logistic regression."""
    torch.manual_seed(1)
    inputs, targets = torch.from_numpy(samples), torch.from_numpy(labels)
    model = nn.Linear(samples.shape[1], classes)
    adam = torch.optim.AdamW(model.parameters(), lr=0.05, weight_decay=1e-4)
    steps = 600
    for step in range(steps):
        adam.param_groups[0]["lr"] = 0.05 * (1 - step / steps)
        chosen = torch.randint(len(inputs), (2048,))
        loss = nn.functional.cross_entropy(model(inputs[chosen]), targets[chosen])
        adam.zero_grad()
        loss.backward()
        adam.step()
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=SHIPPED)
    folder = parser.parse_args().output
    torch.set_num_threads(1)
    groups, words = gather(1), word_vectors()
    tokenizer = Tokenizer.from_file(str(BASE / "vocabulary.json"))
    names = list(groups)
    samples = np.concatenate([vectors(group, tokenizer, words) for group in groups.values()])
    labels = np.concatenate([np.full(len(group), index) for index, group in enumerate(groups.values())])
    held = np.arange(len(samples)) % 10 == 0
    mean, spread = samples.mean(0), samples.std(0) + 1e-6
    samples = (samples - mean) / spread
    model = fit(samples[~held], labels[~held], len(names))
    with torch.inference_mode():
        guessed = model(torch.from_numpy(samples[held])).argmax(1).numpy()
    print(f"accuracy on {held.sum()} held-out sentences: {np.mean(guessed == labels[held]):.4f}")
    for index, name in enumerate(names):
        print(f"{name} {np.mean(guessed[labels[held] == index] == index):.3f}", end=" ")
    print()
    weight = model.weight.detach().numpy() / spread
    bias = model.bias.detach().numpy() - weight @ mean
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(
        folder / "languages.npz",
        names=np.array(names),
        weight=weight.T.astype(np.float32),
        bias=bias.astype(np.float32),
    )


if __name__ == "__main__":
    main()

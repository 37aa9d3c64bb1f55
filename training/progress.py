"""A quick look at the development set while training: Pearson of the adequacy head and AUC of the edit head, by pair."""

from __future__ import annotations

import random
from functools import lru_cache

import numpy as np
import torch
from scipy.stats import pearsonr, rankdata

from training.batches import collate, load, pack
from training.encoder import QualityModel
from training.examples import ADEQUACY, EDIT, Example

PAIRS = ("en-de", "en-zh", "ro-en", "et-en", "ne-en", "si-en", "ru-en")


@lru_cache(maxsize=2)
def development(limit: int) -> tuple[tuple[str, Example], ...]:
    """At most ``limit`` examples a pair."""
    chosen: list[tuple[str, Example]] = []
    by_pair: dict[str, list[Example]] = {}
    for (example,) in load("dev"):
        by_pair.setdefault(example.group, []).append(example)
    for pair, examples in sorted(by_pair.items()):
        chosen += [(pair, e) for e in random.Random(0).sample(examples, min(limit, len(examples)))]
    return tuple(chosen)


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """Area under the ROC curve."""
    ranks, count = rankdata(scores), int(positive.sum())
    return float((ranks[positive].sum() - count * (count + 1) / 2) / max(1, count * (len(positive) - count)))


@torch.inference_mode()
def development_report(model: QualityModel, device: str, limit: int) -> str:
    """One line: Pearson by pair, their mean, mean AUC of the word tags."""
    model.eval()
    rows: dict[str, list[tuple[float, float]]] = {}
    words: dict[str, list[tuple[np.ndarray, np.ndarray]]] = {}
    for examples in pack([(e,) for _, e in development(limit)], 4096):
        batch = collate(examples).to(device)
        logits, outputs = model(batch.ids, batch.mask, batch.segments)
        known = (batch.labels[..., EDIT] >= 0) & (batch.segments == 1)
        for i, example in enumerate(examples):
            rows.setdefault(example.group, []).append((float(outputs[i, ADEQUACY]), float(example.sentence[ADEQUACY])))
            pick = known[i]
            found = logits[i, pick, EDIT].float().cpu().numpy(), batch.labels[i, pick, EDIT].cpu().numpy() > 0.5
            words.setdefault(example.group, []).append(found)
    scores = {pair: float(pearsonr(*zip(*values, strict=True))[0]) for pair, values in rows.items()}
    areas = [auc(*map(np.concatenate, zip(*values, strict=True))) for values in words.values()]
    line = " ".join(f"{pair} {value:.3f}" for pair, value in sorted(scores.items()))
    return f"dev {line} | mean {np.mean(list(scores.values())):.3f} | word AUC {np.mean(areas):.3f}"

"""What the network is trained to minimise."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.examples import ADEQUACY, CRITICAL, EFFORT, PENALTY

# edit, error, major, gap, omitted
HEAD_WEIGHT = (1.0, 1.0, 0.7, 0.4, 0.4)
# how much more a fully labelled error counts than a faultless piece
ERROR_WEIGHT = (0.0, 1.0, 2.0, 2.0, 2.0)
SENTENCE_WEIGHT = {ADEQUACY: 1.0, PENALTY: 1.0, EFFORT: 0.5}
MARGIN = 0.5
BEND = 2.0
"""Where the loss of a score turns from square to straight: correlations, that are judged, are made by the few very bad ones."""


def token_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Binary cross-entropy over known labels, errors weighted up, heads that are rarely labelled not blown up."""
    known = (batch.labels >= 0).float()
    labels = batch.labels.clamp(min=0)
    weight = known * (1 + labels * logits.new_tensor(ERROR_WEIGHT))
    losses = functional.binary_cross_entropy_with_logits(logits, labels, weight, reduction="none").sum((0, 1))
    floor = 0.2 * batch.mask.sum()
    return (losses / torch.maximum(known.sum((0, 1)), floor) * logits.new_tensor(HEAD_WEIGHT)).sum()


def sentence_loss(outputs: Tensor, batch: Batch) -> Tensor:
    """Huber loss on the scores, cross-entropy on the critical probability, each over the pairs that know it."""
    total, size = outputs.new_zeros(()), len(outputs)
    for head, weight in SENTENCE_WEIGHT.items():
        known = ~torch.isnan(batch.sentence[:, head])
        if known.any():
            loss = functional.smooth_l1_loss(
                outputs[known, head], batch.sentence[known, head], reduction="sum", beta=BEND
            )
            total = total + BEND * weight * loss / size
    known = ~torch.isnan(batch.sentence[:, CRITICAL])
    if known.any():
        logits, votes = outputs[known, CRITICAL], batch.sentence[known, CRITICAL]
        total = total + 0.7 * functional.binary_cross_entropy_with_logits(logits, votes, reduction="sum") / size
    return total


def ranking_loss(outputs: Tensor, batch: Batch) -> Tensor:
    """The clean twin must score above its damaged one, on every sentence head."""
    if not len(batch.twins):
        return outputs.new_zeros(())
    clean, damaged = outputs[batch.twins[:, 0]], outputs[batch.twins[:, 1]]
    sign = outputs.new_ones(outputs.shape[1])
    sign[CRITICAL] = -1.0
    gain = (clean - damaged) * sign
    return functional.softplus(2 * (MARGIN - gain)).mean(1).sum() / len(outputs)


def loss(logits: Tensor, outputs: Tensor, batch: Batch, stress: float = 1.0) -> tuple[Tensor, dict[str, float]]:
    """The sum, and its parts for the log."""
    parts = {
        "token": token_loss(logits, batch),
        "sentence": stress * sentence_loss(outputs, batch),
        "ranking": 0.5 * ranking_loss(outputs, batch),
    }
    return torch.stack(list(parts.values())).sum(), {name: part.item() for name, part in parts.items()}

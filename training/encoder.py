"""The network: a lean BERT encoder whose lower layers stay frozen, and the quality heads on top of it.

Layers below ``frozen`` see exactly the weights of the base model, so the same file also gives sentence and token vectors
for alignment. The segment embedding is added *above* them, so no gradient ever has to pass through the frozen part.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

TOKEN_HEADS = ("edit", "error", "major", "gap", "omitted")
SENTENCE_HEADS = ("adequacy", "penalty", "critical", "effort")
START, PAD, END, UNKNOWN = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; ``layers`` are kept from the bottom, ``frozen`` of them are never trained."""

    layers: int = 12
    frozen: int = 4
    width: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    vocabulary: int = 65536
    epsilon: float = 1e-12


class Layer(nn.Module):
    """One post-norm transformer layer with fused query, key and value."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        width = shape.width
        self.heads, self.dropout = shape.heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, shape.epsilon)
        self.up = nn.Linear(width, shape.inner)
        self.down = nn.Linear(shape.inner, width)
        self.norm2 = nn.LayerNorm(width, shape.epsilon)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Hidden states (batch, length, width) and an additive mask (batch, 1, 1, length) to new hidden states."""
        batch, length, width = hidden.shape
        qkv = self.qkv(hidden).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query, key, value = qkv.unbind(0)
        scores = torch.matmul(query, key.transpose(-1, -2)) * (1 / math.sqrt(width // self.heads)) + bias
        weights = torch.softmax(scores.float(), -1).to(value.dtype)
        mixed = torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, width)
        hidden = self.norm1(hidden + functional.dropout(self.out(mixed), self.dropout, self.training))
        inner = self.down(functional.gelu(self.up(hidden)))
        return self.norm2(hidden + functional.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Embeddings, frozen lower layers, trained upper layers."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(shape.vocabulary, shape.width)
        self.position = nn.Parameter(torch.zeros(shape.positions, shape.width))
        self.norm = nn.LayerNorm(shape.width, shape.epsilon)
        self.segment = nn.Parameter(torch.zeros(2, shape.width))
        self.layers = nn.ModuleList(
            Layer(shape, dropout if index >= shape.frozen else 0.0) for index in range(shape.layers)
        )

    def freeze(self) -> None:
        """Stop gradients into the embeddings and the lower layers."""
        frozen = [self.word.weight, self.position, *self.norm.parameters()]
        for layer in self.layers[: self.shape.frozen]:
            frozen += list(layer.parameters())
        for parameter in frozen:
            parameter.requires_grad = False

    @staticmethod
    def bias(mask: Tensor) -> Tensor:
        """Additive attention mask (batch, 1, 1, length) from a boolean one (batch, length)."""
        return (~mask)[:, None, None, :].float() * -1e4

    def lower(self, ids: Tensor, mask: Tensor, depth: int | None = None) -> Tensor:
        """Hidden states after the frozen layers (or the first ``depth`` layers)."""
        hidden = self.norm(self.word(ids) + self.position[: ids.shape[1]])
        for layer in self.layers[: self.shape.frozen if depth is None else depth]:
            hidden = layer(hidden, self.bias(mask))
        return hidden

    def upper(self, hidden: Tensor, mask: Tensor, segments: Tensor) -> Tensor:
        """Hidden states after the trained layers; ``segments`` is 0 on the source, 1 on the translation."""
        hidden = hidden + self.segment[segments]
        for layer in self.layers[self.shape.frozen :]:
            hidden = layer(hidden, self.bias(mask))
        return hidden

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor) -> Tensor:
        with torch.no_grad():
            hidden = self.lower(ids, mask)
        return self.upper(hidden, mask, segments)


def pool(hidden: Tensor, mask: Tensor) -> Tensor:
    """Mean over the masked positions; zero where there are none."""
    weights = mask.to(hidden.dtype)[..., None]
    return (hidden * weights).sum(1) / weights.sum(1).clamp(min=1)


class QualityModel(nn.Module):
    """Encoder plus the token heads (:data:`TOKEN_HEADS`) and the sentence heads (:data:`SENTENCE_HEADS`)."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        width = shape.width
        self.token_inner = nn.Linear(width, width)
        self.token_out = nn.Linear(width, len(TOKEN_HEADS))
        # what each piece of the translation and of the source adds to each sentence head: an error is a matter of few pieces
        self.shares = nn.Linear(width, 2 * len(SENTENCE_HEADS))
        nn.init.zeros_(self.shares.weight)
        nn.init.zeros_(self.shares.bias)
        self.sentence_inner = nn.Linear(5 * width, width)
        self.sentence_out = nn.Linear(width, len(SENTENCE_HEADS))
        self.dropout = dropout

    def forward(self, ids: Tensor, mask: Tensor, segments: Tensor) -> tuple[Tensor, Tensor]:
        """Token logits (batch, length, 5) and sentence outputs (batch, 4), both unbounded."""
        hidden = self.encoder(ids, mask, segments).float()
        inner = functional.gelu(self.token_inner(hidden))
        content = mask & (ids > END)
        here, there = content & (segments == 0), content & (segments == 1)
        source, target = pool(hidden, here), pool(hidden, there)
        features = torch.cat([hidden[:, 0], source, target, (source - target).abs(), source * target], -1)
        features = functional.dropout(features, self.dropout, self.training)
        whole = self.sentence_out(functional.gelu(self.sentence_inner(features)))
        shares = self.shares(inner).chunk(2, -1)
        return self.token_out(inner), whole + pool(shares[0], there) + pool(shares[1], here)


def load_base(model: QualityModel, path: Path, pieces: np.ndarray) -> None:
    """Fill the encoder from ``encoder.npz``, keeping the word vectors of ``pieces`` (old ids in the new order)."""
    with np.load(path) as tensors:
        encoder = model.encoder
        scales = np.repeat(tensors["word.scales"][pieces].astype(np.float32), 32, axis=1)
        words = (tensors["word.codes"][pieces].astype(np.float32) - 8) * scales
        state = {"word.weight": torch.from_numpy(words), "position": torch.from_numpy(tensors["position"])}
        state["segment"] = torch.zeros(2, encoder.shape.width)
        for name in encoder.state_dict():
            if name not in state:
                state[name] = torch.from_numpy(tensors[name])
        encoder.load_state_dict(state)


def save(model: QualityModel, path: Path) -> None:
    """Write the trained tensors (everything but the word vectors) and the shape."""
    state = {name: value for name, value in model.state_dict().items() if name != "encoder.word.weight"}
    torch.save({"shape": asdict(model.encoder.shape), "state": state}, path)


def restore(path: Path, base: Path, pieces: np.ndarray, dropout: float = 0.0) -> QualityModel:
    """The model of a file written by :func:`save`."""
    stored = torch.load(path, weights_only=True)
    model = QualityModel(Shape(**stored["shape"]), dropout)
    load_base(model, base, pieces)
    model.load_state_dict(stored["state"], strict=False)
    return model.eval()

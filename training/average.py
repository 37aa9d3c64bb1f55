"""A running average of the trained weights: flatter minima, less noise of the last steps (Polyak & Juditsky 1992)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn


class Average:
    """Exponential average of the parameters that are trained; the frozen ones need none."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.trained = [p for p in model.parameters() if p.requires_grad]
        self.decay = decay
        self.shadow: list[Tensor] | None = None

    def update(self) -> None:
        """Take in the present weights; the first call starts from them."""
        present = [p.detach() for p in self.trained]
        if self.shadow is None:
            self.shadow = [p.clone() for p in present]
        torch._foreach_lerp_(self.shadow, present, 1 - self.decay)

    @contextmanager
    def applied(self) -> Iterator[None]:
        """The model holds the averaged weights inside the block, its own again afterwards."""
        own = [p.detach().clone() for p in self.trained]
        self._write(self.shadow or own)
        try:
            yield
        finally:
            self._write(own)

    @torch.no_grad()
    def _write(self, values: list[Tensor]) -> None:
        for parameter, value in zip(self.trained, values, strict=True):
            parameter.copy_(value)

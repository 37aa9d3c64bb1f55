"""Several processes that train one network together: each draws its own batches, and gradients are averaged before every step.

On two cores two processes of one thread wait less for each other than two threads of one process.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import distributed, multiprocessing, nn


def launch(work: Callable[..., None], workers: int, folder: Path, arguments: Any) -> None:
    """Call ``work(rank, arguments)`` in as many processes, which meet through a file in ``folder``; one worker needs none."""
    if workers == 1:
        work(0, arguments)
        return
    meeting = folder / "meeting"
    meeting.unlink(missing_ok=True)
    multiprocessing.spawn(_join, (work, workers, meeting, arguments), nprocs=workers)


def _join(rank: int, work: Callable[..., None], workers: int, meeting: Path, arguments: Any) -> None:
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=rank, world_size=workers)
    work(rank, arguments)
    distributed.destroy_process_group()


def share(parameters: Sequence[nn.Parameter], elapsed: float) -> float:
    """Average the gradients over all processes; returns the time of the first one, so that all take the same step."""
    if not distributed.is_initialized():
        return elapsed
    for parameter in parameters:
        if parameter.grad is None:
            parameter.grad = torch.zeros_like(parameter)
    grads = [parameter.grad for parameter in parameters if parameter.grad is not None]
    clock = grads[0].new_full((1,), elapsed if distributed.get_rank() == 0 else 0.0)
    flat = torch.cat([clock, *(grad.reshape(-1) for grad in grads)])
    distributed.all_reduce(flat)
    flat[1:] /= distributed.get_world_size()
    for grad, part in zip(grads, flat[1:].split([grad.numel() for grad in grads]), strict=True):
        grad.copy_(part.view_as(grad))
    return float(flat[0])

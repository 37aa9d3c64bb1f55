"""Processes that train together take the same step: the mean of their gradients, at the time of the first one."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch, which the package itself does without")

from training.parallel import launch, share  # noqa: E402


def work(rank: int, folder: Path) -> None:
    """One step on a gradient that differs by worker; the second parameter has one on the first worker alone."""
    both, one = (torch.nn.Parameter(torch.zeros(2)) for _ in range(2))
    both.grad = torch.tensor([1.0, 2.0]) * (rank + 1)
    if rank == 0:
        one.grad = torch.ones(2)
    elapsed = share([both, one], 5.0 + rank)
    found = {"elapsed": elapsed, "both": both.grad.tolist(), "one": one.grad.tolist() if one.grad is not None else None}
    torch.save(found, folder / f"{rank}.pt")


@pytest.mark.slow
def test_two_workers_share_gradients_and_the_clock(tmp_path: Path) -> None:
    launch(work, 2, tmp_path, tmp_path)
    found = [torch.load(tmp_path / f"{rank}.pt") for rank in range(2)]
    assert found[0] == found[1] == {"elapsed": 5.0, "both": [1.5, 3.0], "one": [0.5, 0.5]}


def test_one_worker_keeps_its_own(tmp_path: Path) -> None:
    launch(work, 1, tmp_path, tmp_path)
    assert torch.load(tmp_path / "0.pt") == {"elapsed": 5.0, "both": [1.0, 2.0], "one": [1.0, 1.0]}

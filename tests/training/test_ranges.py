"""Scales of the shipped graphs: a few huge channels must not cost the others their precision."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="the training pipeline needs torch")

import torch

from training.average import Average
from training.quantise import columns
from training.ranges import APART, MARGIN, scaling


def test_a_huge_channel_is_scaled_down_and_its_column_up_by_as_much() -> None:
    largest = np.full(384, 2, np.float32)
    largest[7] = 30
    plan = scaling("layers.3.up", largest)
    factors = columns(plan, 384)
    assert plan.highest == pytest.approx(2 * MARGIN)
    assert (factors[7], factors[8]) == (pytest.approx(15), 1)


def test_huge_inner_channels_are_multiplied_apart_and_leave_the_8_bit_product() -> None:
    largest = np.full(1536, 5, np.float32)
    largest[[3, 1000]] = 60, 33
    plan = scaling("layers.0.down", largest)
    assert {3, 1000} <= set(plan.apart)
    assert len(plan.apart) == APART
    assert plan.highest == pytest.approx(5 * MARGIN)
    assert not columns(plan, 1536)[list(plan.apart)].any()


def test_the_average_is_applied_inside_the_block_only() -> None:
    layer = torch.nn.Linear(1, 1, bias=False)
    average = Average(layer, decay=0.5)
    for value in (0.0, 4.0):
        torch.nn.init.constant_(layer.weight, value)
        average.update()
    with average.applied():
        assert layer.weight.item() == 2
    assert layer.weight.item() == 4

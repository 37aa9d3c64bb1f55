"""Blend the weights of a run with those that ship: `python -m training.blend RUN [--shares 0,.5,1] [--limit 300] [--save NAME]`.

Runs that start from the same weights stay so near each other that a mean of them is a network, often a better one than either
(Wortsman et al. 2022, "Model soups"). Prints the look at the development set for each share of the run; `--save` writes the last one
as a run of its own.
"""

from __future__ import annotations

import argparse

import torch

from training.encoder import QualityModel, save
from training.paths import RUNS, SHIPPED
from training.progress import development_report
from training.shipped import shipped_model


def blended(run: str, share: float) -> QualityModel:
    """The shipped network, with this share of the run's averaged weights in every trained tensor."""
    model = shipped_model(SHIPPED)
    new = torch.load(RUNS / run / "average.pt", weights_only=True)["state"]
    mixed = {name: torch.lerp(old, new[name], share) for name, old in model.state_dict().items() if name in new}
    model.load_state_dict(mixed, strict=False)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("--shares", default="0,.3,.5,.7,1")
    parser.add_argument("--limit", type=int, default=300, help="records a pair")
    parser.add_argument("--save", help="name of a run to write the last blend to")
    arguments = parser.parse_args()
    for share in map(float, arguments.shares.split(",")):
        model = blended(arguments.run, share)
        print(share, development_report(model, "cpu", arguments.limit), flush=True)
    if arguments.save:
        (RUNS / arguments.save).mkdir(parents=True, exist_ok=True)
        save(model, RUNS / arguments.save / "model.pt")


if __name__ == "__main__":
    main()

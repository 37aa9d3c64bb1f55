"""Step 4: fine-tune; resumable, seeded, for a given number of minutes on a CPU core or on a GPU.

The learning rate warms up and then falls linearly with the time spent, so the run ends where it was told to.
Every ``--save-every`` minutes the state goes to ``work/runs/NAME/state.pt``; running the same command again continues.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.average import Average
from training.batches import MIXTURES, SOURCELESS, Mixture, collate
from training.encoder import QualityModel, Shape, load_base, restore, save
from training.examples import Example
from training.losses import loss
from training.parallel import launch, share
from training.paths import BASE, RUNS
from training.progress import development_report
from training.shipped import shipped_model


@dataclass(slots=True)
class Clock:
    """Seconds of training so far, over all sessions of a run."""

    limit: float
    spent: float = 0.0
    started: float = 0.0

    def start(self) -> None:
        self.started = time.monotonic() - self.spent

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.started

    def rate(self, step: int, warmup: int, elapsed: float) -> float:
        """Factor on the learning rate."""
        return min((step + 1) / warmup, max(0.01, 1 - elapsed / self.limit))


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--layers", type=int, default=9)
    parser.add_argument("--frozen", type=int, default=4)
    parser.add_argument("--pieces", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument(
        "--start",
        type=Path,
        help="continue from the weights of another run (its model.pt), or from the folder that ships",
    )
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument(
        "--half", action=argparse.BooleanOptionalAction, default=torch.cuda.is_available() or torch.cpu._is_avx512_bf16_supported(),
        help="matrix products in bfloat16: three times as fast on a processor that has them",
    )  # fmt: skip
    parser.add_argument("--threads", type=int, default=1, help="of each worker")
    parser.add_argument("--workers", type=int, default=1, help="processes that train together, one a core")
    parser.add_argument("--warmup", type=int, default=40, help="steps")
    parser.add_argument("--save-every", type=float, default=4.0, help="minutes")
    parser.add_argument("--mixture", choices=sorted(MIXTURES), default="all", help="how often to draw from which part")
    parser.add_argument("--stress", type=float, default=1.0, help="factor on the loss of the sentence scores")
    parser.add_argument(
        "--sourceless", type=float, default=SOURCELESS, help="share of pairs shown without their source"
    )
    parser.add_argument(
        "--decay", type=float, default=0.998, help="of the average of the weights, over the second half"
    )
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def build(args: argparse.Namespace) -> QualityModel:
    """The network, from the base or from another run."""
    pieces = np.load(BASE / "pieces.npy")
    if args.start and args.start.is_dir():
        model = shipped_model(args.start, args.dropout)
    elif args.start:
        model = restore(args.start, BASE / "encoder.npz", pieces, args.dropout)
    else:
        shape = Shape(layers=args.layers, frozen=args.frozen, vocabulary=len(pieces))
        model = QualityModel(shape, args.dropout)
        load_base(model, BASE / "encoder.npz", pieces)
    model.encoder.freeze()
    return model.to(args.device)


def optimiser(model: QualityModel, args: argparse.Namespace) -> torch.optim.AdamW:
    trained = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    body = [p for name, p in trained if name.startswith("encoder")]
    heads = [p for name, p in trained if not name.startswith("encoder")]
    groups = [{"params": body, "base": args.rate}, {"params": heads, "base": args.head_rate}]
    return torch.optim.AdamW(groups, lr=args.rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


def train(rank: int, args: argparse.Namespace) -> None:
    """The whole run; the worker of rank 0 is the one that reports and saves."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    model = build(args)
    adam, clock, average = optimiser(model, args), Clock(args.minutes * 60), Average(model, args.decay)
    state = RUNS / args.name / "state.pt"
    step = resume(state, model, adam, average, clock) if state.exists() else 0
    seed = (args.seed + step) * args.workers + rank
    stream = Mixture(seed, MIXTURES[args.mixture], args.sourceless).batches(args.pieces)
    clock.start()
    elapsed = saved = clock.elapsed
    sums, seen = defaultdict[str, float](float), 0
    while elapsed < clock.limit:
        examples = next(stream)
        parts = compute_gradients(model, examples, args)
        elapsed = share([p for p in model.parameters() if p.requires_grad], clock.elapsed)
        take_step(model, adam, clock.rate(step, args.warmup, elapsed))
        step, seen = step + 1, seen + len(examples)
        if elapsed > clock.limit / 2:
            average.update()
        for name, value in parts.items():
            sums[name] += value
        if step % 50 == 0 and rank == 0:
            line = {name: round(value / 50, 4) for name, value in sums.items()}
            print(
                json.dumps({"step": step, "seconds": round(elapsed), "seen": seen * args.workers, **line}), flush=True
            )
            sums.clear()
        if elapsed - saved > args.save_every * 60:
            saved = elapsed
            if rank == 0:
                checkpoint(model, adam, average, state, step, elapsed)
                print(development_report(model, args.device, 40), flush=True)
    if rank == 0:
        checkpoint(model, adam, average, state, step, elapsed)
        print(development_report(model, args.device, 150), flush=True)
        with average.applied():
            print("average:", development_report(model, args.device, 150), flush=True)


def resume(state: Path, model: QualityModel, adam: torch.optim.AdamW, average: Average, clock: Clock) -> int:
    """Go on from a saved state; the number of steps taken so far."""
    stored = torch.load(state, map_location=next(model.parameters()).device, weights_only=True)
    model.load_state_dict(stored["model"], strict=False)
    adam.load_state_dict(stored["adam"])
    clock.spent, average.shadow = stored["spent"], stored["average"] or average.shadow
    return int(stored["step"])


def compute_gradients(model: QualityModel, examples: list[Example], args: argparse.Namespace) -> dict[str, float]:
    """Gradients of one batch; the parts of the loss."""
    model.train()
    batch = collate(examples).to(args.device)
    with torch.autocast(args.device.split(":")[0], dtype=torch.bfloat16, enabled=args.half):
        logits, outputs = model(batch.ids, batch.mask, batch.segments)
    total, parts = loss(logits.float(), outputs.float(), batch, args.stress)
    total.backward()
    return parts


def take_step(model: QualityModel, adam: torch.optim.AdamW, factor: float) -> None:
    """Clip the gradients and move the weights, at ``factor`` times the learning rate."""
    for group in adam.param_groups:
        group["lr"] = group["base"] * factor
    nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
    adam.step()
    adam.zero_grad(set_to_none=True)


def checkpoint(
    model: QualityModel, adam: torch.optim.AdamW, average: Average, path: Path, step: int, spent: float
) -> None:
    """Write the state beside the old one, then replace it, so a killed run never loses both; also ``model.pt``, ``average.pt``."""
    weights = {name: value for name, value in model.state_dict().items() if name != "encoder.word.weight"}
    kept = {"model": weights, "adam": adam.state_dict(), "average": average.shadow, "step": step, "spent": spent}
    temporary = path.with_suffix(".tmp")
    torch.save(kept, temporary)
    temporary.replace(path)
    save(model, path.with_name("model.pt"))
    with average.applied():
        save(model, path.with_name("average.pt"))


def main() -> None:
    args = options()
    (RUNS / args.name).mkdir(parents=True, exist_ok=True)
    launch(train, args.workers, RUNS / args.name, args)


if __name__ == "__main__":
    main()

"""Raw outputs of the shipped runtime on labelled records, cached: what calibration fits on and evaluation reads.

The development records are cut in two halves by a hash of the
source text: thresholds and curves are fitted on half ``a``, figures are reported on half ``b``.
"""

from __future__ import annotations

import pickle
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.quality.network import Estimates, Network
from tqcheck.quality.pieces import Pieces, Vocabulary
from tqcheck.quality.windows import merge, windows
from training.corpora import Record, read, training_records
from training.paths import SHIPPED, WORK


@dataclass(frozen=True, slots=True)
class Output:
    """A record, the pieces of both sides, and the raw logits."""

    record: Record
    source: Pieces
    target: Pieces
    raw: Estimates

    @property
    def pair(self) -> str:
        return pair(self.record)

    def words(self, head: int) -> NDArray[np.float32]:
        """The largest logit of a head over each entry of `mt_token_offsets`."""
        found = []
        for start, end in self.record["mt_token_offsets"]:
            inside = [i for i, (a, b) in enumerate(self.target.offsets) if a < end and b > start]
            found.append(max((self.raw.target[i, head] for i in inside), default=-20.0))
        return np.array(found, np.float32)


def pair(record: Record) -> str:
    return f"{record['src_lang']}-{record['tgt_lang']}"


def by_pair(found: Iterable[Output]) -> dict[str, list[Output]]:
    """Outputs by pair of languages, the pairs in order."""
    groups: dict[str, list[Output]] = defaultdict(list)
    for output in found:
        groups[output.pair].append(output)
    return dict(sorted(groups.items()))


def half(record: Record) -> str:
    """`a` (tuning) or `b` (reporting), the same for all translations of a source."""
    return "ab"[sha256(record["src"].encode()).digest()[0] & 1]


def measure(records: Iterable[Record], folder: Path) -> list[Output]:
    """Run the model over records; pairs beyond one pass go through windows."""
    chosen = list(records)
    vocabulary, network = Vocabulary(folder), Network(folder)
    here, there = vocabulary.split([r["src"] for r in chosen]), vocabulary.split([r["mt"] for r in chosen])
    jobs = [(i, w) for i, (a, b) in enumerate(zip(here, there, strict=True)) for w in windows(len(a), len(b))]
    inputs = [
        (here[i].ids[w.source.start : w.source.stop], there[i].ids[w.target.start : w.target.stop]) for i, w in jobs
    ]
    parts = defaultdict(list)
    for (index, window), estimates in zip(jobs, network.estimate(inputs), strict=True):
        parts[index].append((window, estimates))
    merged = [merge(parts[i], len(here[i]), len(there[i])) for i in range(len(chosen))]
    return [Output(*row) for row in zip(chosen, here, there, merged, strict=True)]


def sample(records: Iterable[Record], count: int, seed: int = 5) -> list[Record]:
    """A seeded sample, `count` records a pair."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[pair(record)].append(record)
    rng = random.Random(seed)
    return [r for _, group in sorted(groups.items()) for r in rng.sample(group, min(count, len(group)))]


def rated() -> Iterator[Record]:
    """MQM ratings of machine output, as trained on."""
    return (r for r in training_records("mqm") if not r["system"].startswith(("Human", "ref")))


def written() -> Iterator[Record]:
    """What people wrote, with few errors; read only when needed, since it takes the aligner."""
    from training.written import written as read_written

    return read_written()


SETS: dict[str, Callable[[], Iterable[Record]]] = {
    "mlqe": lambda: read("mlqe-pe/dev"),
    "catastrophic": lambda: read("mlqe-catastrophic/dev"),
    "mqm": rated,
    "written": written,
    "wmt22": lambda: (*read("mqm-wmt22qe/dev"), *read("mqm-wmt22qe/test")),
}


def outputs(name: str, folder: Path = SHIPPED, count: int = 1000) -> list[Output]:
    """Outputs on one of the sets, from the cache where the weights have not changed since."""
    revision = sha256((folder / "trained.npz").read_bytes()).hexdigest()[:8]
    path = WORK / "outputs" / f"{name}-{revision}-{count}.pickle"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(measure(sample(SETS[name](), count), folder)))
    found: list[Output] = pickle.loads(path.read_bytes())
    return found

"""Everything that training needs on a machine without network, in one archive below 64 MiB: code, examples, cut base, old weights."""

from __future__ import annotations

import argparse
import io
import tarfile
from pathlib import Path

import numpy as np

from training.paths import BASE, EXAMPLES, ROOT, WORK

LIMIT = 64 * 2**20


def cut_base() -> dict[str, bytes]:
    """The base with only the word vectors that are kept, and the list of pieces that then stands for them."""
    kept = np.load(BASE / "pieces.npy")
    with np.load(BASE / "encoder.npz") as stored:
        tensors = {name: stored[name][kept] if name.startswith("word.") else stored[name] for name in stored.files}
    encoder, pieces = io.BytesIO(), io.BytesIO()
    np.savez(encoder, **tensors)  # type: ignore[arg-type]
    np.save(pieces, np.arange(len(kept)))
    return {"work/base/encoder.npz": encoder.getvalue(), "work/base/pieces.npy": pieces.getvalue()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, help="weights to begin from (model.pt)")
    parser.add_argument("--preset", type=int, default=6, help="of xz, 0-9")
    options = parser.parse_args()
    target = WORK / "training.tar.xz"
    files = [*ROOT.glob("*.py"), ROOT / "words.toml", *EXAMPLES.glob("*.pickle")]
    with tarfile.open(target, "w:xz", preset=options.preset) as archive:
        for path in [*files, *([options.start.resolve()] if options.start else [])]:
            archive.add(path, arcname=str(Path("training") / path.relative_to(ROOT)))
        for name, data in cut_base().items():
            entry = tarfile.TarInfo(f"training/{name}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    size = target.stat().st_size
    print(f"{target}: {size / 2**20:.1f} MiB")
    if size > LIMIT:
        raise SystemExit("pack: over 64 MiB; make fewer synthetic pairs")


if __name__ == "__main__":
    main()

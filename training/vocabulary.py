"""Step 2: cut the 250,002 word pieces down to those the supported languages use, before any training.

Kept, in this order until ``--size`` is reached: special pieces and every single character (so no text becomes unknown);
a quota of the best pieces of every script that the training texts hardly hold (Khmer, Georgian, Amharic ...); the globally
most frequent pieces; then pieces by their mean relative frequency over the languages of the training texts.
Writes ``work/base/pieces.npy`` (old id of each new id) and ``work/base/vocabulary.json`` (the trimmed tokenizer).
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter, defaultdict
from itertools import islice

import numpy as np
from tokenizers import Tokenizer

from training.corpora import texts
from training.paths import BASE

SPECIAL = 4
QUOTA = {"ARABIC": 3500, "KHMER": 1200}
QUOTA_OTHER = 450
GLOBAL = 8_000
WELL_COVERED = {"LATIN", "CJK", "HANGUL", "HIRAGANA", "KATAKANA", "-"}
PER_LANGUAGE = 40_000


def script(piece: str) -> str:
    """The first word of the Unicode names of most letters, `-` for a piece without letters."""
    names = Counter(unicodedata.name(c, "-").split()[0] for c in piece if unicodedata.category(c)[0] in "LM")
    names.pop("MODIFIER", None)
    return names.most_common(1)[0][0] if names else "-"


def frequencies(tokenizer: Tokenizer, size: int) -> np.ndarray:
    """Mean over languages of each piece's relative frequency, from at most PER_LANGUAGE texts a language."""
    by_language: dict[str, list[str]] = defaultdict(list)
    for language, text in texts():
        if len(by_language[language]) < PER_LANGUAGE:
            by_language[language].append(text)
    total = np.zeros(size)
    for batch in by_language.values():
        counts = np.zeros(size)
        for start in range(0, len(batch), 2000):
            encoded = tokenizer.encode_batch(batch[start : start + 2000], add_special_tokens=False)
            counts += np.bincount(np.concatenate([e.ids for e in encoded]).astype(int), minlength=size)
        # the square root keeps the long tail of a well covered language from losing to noise of a small one
        total += counts / np.sqrt(max(1.0, counts.sum()))
    return total


def choose(pieces: list[str], frequency: np.ndarray, size: int) -> np.ndarray:
    """Old ids to keep, ascending."""
    kept = set(range(SPECIAL))
    kept.update(i for i, piece in enumerate(pieces) if len(piece.removeprefix("▁")) <= 1)
    by_script: dict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces[SPECIAL:-1], SPECIAL):
        by_script[script(piece)].append(index)
    for name, members in by_script.items():
        if name not in WELL_COVERED:
            kept.update(members[: QUOTA.get(name, QUOTA_OTHER)])
    kept.update(range(GLOBAL))
    order = (int(i) for i in np.argsort(-frequency, kind="stable") if int(i) not in kept)
    kept.update(islice(order, max(0, size - len(kept))))
    return np.array(sorted(kept))


def trim(definition: dict[str, object], keep: np.ndarray) -> str:
    """The tokenizer's JSON with only the pieces of ``keep``."""
    model = dict(definition["model"])  # type: ignore[call-overload]
    model["vocab"] = [model["vocab"][index] for index in keep]
    added = [token for token in definition["added_tokens"] if token["id"] < SPECIAL]  # type: ignore[attr-defined]
    return json.dumps({**definition, "added_tokens": added, "model": model}, ensure_ascii=False, separators=(",", ":"))


def report(full: Tokenizer, cut: Tokenizer) -> None:
    """Print how much longer each language's text becomes, and its share of unknown pieces."""
    sample: dict[str, list[str]] = defaultdict(list)
    for language, text in texts():
        if len(sample[language]) < 300:
            sample[language].append(text)
    for language, batch in sorted(sample.items()):
        before = sum(len(e.ids) for e in full.encode_batch(batch, add_special_tokens=False))
        ids = [i for e in cut.encode_batch(batch, add_special_tokens=False) for i in e.ids]
        print(
            f"{language} +{100 * (len(ids) / before - 1):.1f}% unknown {100 * ids.count(3) / len(ids):.2f}%", end="; "
        )
    print()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=73_728)
    size = parser.parse_args().size
    path = BASE / "tokenizer.json"
    definition = json.loads(path.read_text(encoding="utf-8"))
    pieces = [piece for piece, _ in definition["model"]["vocab"]]
    tokenizer = Tokenizer.from_file(str(path))
    counted = BASE / "frequency.npy"
    if not counted.exists():
        np.save(counted, frequencies(tokenizer, len(pieces)))
    keep = choose(pieces, np.load(counted), size)
    (BASE / "vocabulary.json").write_text(trim(definition, keep), encoding="utf-8")
    np.save(BASE / "pieces.npy", keep)
    print(f"{len(keep)} of {len(pieces)} pieces kept")
    report(tokenizer, Tokenizer.from_file(str(BASE / "vocabulary.json")))


if __name__ == "__main__":
    main()

"""Step 3: turn the public data sets into training examples, one pickle a mixture part, in ``work/examples``.

Real data (`mlqe`, `mqm`, `bio`, `catastrophic`, `demetr`) become single examples; clean pairs become twins: the pair as it is and
the pair with one planted error (see ``damage.py``). Development sets are built the same way and never trained on.
"""

from __future__ import annotations

import argparse
import pickle
import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
from tokenizers import Encoding, Tokenizer

from training.corpora import Record, clean_pairs, read, training_records
from training.damage import Clean, Damage, damage
from training.examples import (
    EDIT,
    ERROR,
    GAP,
    MAJOR,
    OMITTED,
    Example,
    blank,
    character_mask,
    gap_piece,
    project,
    sentence,
)  # fmt: skip
from training.paths import BASE, EXAMPLES
from training.words import Lexicon

WEIGHT = {"neutral": 0.0, "minor": 1.0, "major": 5.0, "critical": 10.0}
LONGEST = {"mqm": 190, "default": 160}
Item = tuple[Example, ...]


def penalty_target(points: float) -> float:
    """Mean MQM penalty (0 = faultless, up to 25) on a scale that tells small ones apart; higher is better, 1 is faultless."""
    return 1.0 - float(np.log1p(min(points, 25.0))) * 0.75


class Builder:
    """Tokenizes pairs and assembles examples."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer

    def encode(self, text: str) -> Encoding:
        return self.tokenizer.encode(text, add_special_tokens=False)

    def example(self, group: str, source: str, target: str) -> tuple[Example, Encoding, Encoding]:
        """An example without labels, and the encodings of its sides."""
        here, there = self.encode(source), self.encode(target)
        ids = np.array(here.ids, np.int32), np.array(there.ids, np.int32)
        return Example(group, *ids, blank(here, there), sentence()), here, there

    def post_edited(self, record: Record) -> Example:
        """MLQE-PE: direct assessment, effort, word tags and gap tags from a post-edit."""
        example, here, there = self.example("mlqe", record["src"], record["mt"])
        rows = example.tokens[len(here.ids) :]
        offsets = record.get("mt_token_offsets")
        if offsets:
            bad = [o for o, tag in zip(offsets, record["word_tags"], strict=True) if tag == "BAD"]
            rows[:-1, EDIT] = project(there, character_mask(record["mt"], bad), record["mt"])
            rows[:, GAP] = 0
            for (start, _), tag in zip([*offsets, (len(record["mt"]), 0)], record["gap_tags"], strict=True):
                if tag == "BAD":  # a word that the editor inserted: an omission only now and then
                    rows[gap_piece(there, start), GAP] = 0.35
        if record.get("src_token_offsets"):
            tagged = zip(record["src_token_offsets"], record["src_tags"], strict=False)
            bad = [o for o, tag in tagged if tag == "BAD"]
            example.tokens[: len(here.ids), EDIT] = project(here, character_mask(record["src"], bad), record["src"])
        example.sentence = sentence(adequacy=record["da_z"], effort=1 - 2 * min(1.0, record["hter"]))
        return example

    def rated(self, group: str, ratings: list[Record]) -> Example:
        """MQM: spans of one to several raters as soft labels."""
        source, target = ratings[0]["src"], ratings[0]["mt"]
        example, here, there = self.example(group, source, target)
        rows, share = example.tokens[len(here.ids) :], 1 / len(ratings)
        errors, majors = np.zeros(len(target), np.float32), np.zeros(len(target), np.float32)
        rows[:, GAP], points = 0, 0.0
        for rating in ratings:
            spans = [s for s in rating["spans"] if s["severity"] != "neutral"]
            inner = [s for s in spans if not s.get("gap") and s["end"] > s["start"]]
            errors += share * character_mask(target, [(s["start"], s["end"]) for s in inner])
            heavy = [(s["start"], s["end"]) for s in inner if s["severity"] != "minor"]
            majors += share * character_mask(target, heavy)
            for span in spans:
                if span.get("gap") or "mission" in span.get("category", ""):
                    rows[gap_piece(there, span["start"]), GAP] += share
            points += share * min(25.0, sum(WEIGHT[s["severity"]] for s in spans + rating.get("src_spans", [])))
        rows[:-1, ERROR] = project(there, errors, target)
        rows[:-1, MAJOR] = project(there, majors, target)
        np.clip(rows[:, GAP], 0, 1, out=rows[:, GAP])
        self.omissions(example, here, source, ratings)
        example.sentence = sentence(penalty=penalty_target(points))
        return example

    def omissions(self, example: Example, here: Encoding, source: str, ratings: list[Record]) -> None:
        """Label the source pieces where the set marks omissions on the source."""
        if any("src_spans" in rating for rating in ratings):
            values = np.zeros(len(source), np.float32)
            for rating in ratings:
                spans = [
                    (s["start"], s["end"]) for s in rating.get("src_spans", []) if "mission" in s.get("category", "")
                ]
                values += character_mask(source, spans) / len(ratings)
            example.tokens[: len(here.ids), OMITTED] = project(here, values, source)

    def voted(self, record: Record) -> Example:
        """Catastrophic errors: the share of three votes."""
        example, _, _ = self.example("catastrophic", record["src"], record["mt"])
        votes = record.get("critical_votes") or [record["critical"]]
        example.sentence = sentence(critical=float(np.mean(votes)))
        return example

    def clean(self, source: str, target: str) -> Example:
        """A pair that a human wrote: nothing wrong anywhere."""
        example, here, _ = self.example("twin", source, target)
        rows = example.tokens[len(here.ids) :]
        rows[:, [ERROR, MAJOR, GAP]] = 0.0
        example.tokens[: len(here.ids), OMITTED] = 0.0
        example.sentence = sentence(penalty=penalty_target(0), critical=0.02)
        return example

    def damaged(self, damage: Damage) -> Example:
        """A pair with one planted error."""
        example, here, there = self.example("twin", damage.source, damage.target)
        rows = example.tokens[len(here.ids) :]
        if damage.spans is not None:
            piece = project(there, character_mask(damage.target, damage.spans), damage.target)
            rows[:-1, ERROR] = rows[:-1, MAJOR] = piece
        if damage.gaps is not None:
            rows[:, GAP] = 0.0
            for position in damage.gaps:
                rows[gap_piece(there, position), GAP] = 1.0
        if damage.omitted is not None:
            marked = character_mask(damage.source, damage.omitted)
            example.tokens[: len(here.ids), OMITTED] = project(here, marked, damage.source)
        example.severity = damage.severity
        known = {"penalty": penalty_target(25 if damage.total else 5), "critical": 0.95 if damage.severity > 5 else 0.4}
        example.sentence = sentence(**known, **({"adequacy": -2.2} if damage.total else {}))
        return example


def ratings(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Ratings of the same translation, together."""
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        groups[record["src"], record["mt"]].append(record)
    yield from groups.values()


def pairs(rng: random.Random, count: int) -> tuple[list[Clean], dict[str, Lexicon]]:
    """Clean pairs with a rival each, and the lexicons of their languages."""
    everything, weights = zip(*clean_pairs(), strict=True)
    lexicons: dict[str, Lexicon] = {}
    for source_lang, target_lang, source, target in everything:
        lexicons.setdefault(source_lang, Lexicon(source_lang)).add(source, rng)
        lexicons.setdefault(target_lang, Lexicon(target_lang)).add(target, rng)
    for lexicon in lexicons.values():
        lexicon.seal()
    chosen = rng.choices(everything, weights, k=count)
    by_language: dict[str, list[str]] = defaultdict(list)
    for _, language, _, target in chosen:
        by_language[language].append(target)
    for texts in by_language.values():
        texts.sort(key=lambda text: (len(text), text))
    return [Clean(*pair, rival=rival(pair[3], by_language[pair[1]], rng)) for pair in chosen], lexicons


def rival(target: str, by_length: list[str], rng: random.Random) -> str | None:
    """Another sentence of nearly the same length, or None."""
    near = bisect_left(by_length, len(target), key=len) + rng.randint(-4, 4)
    other = by_length[min(len(by_length) - 1, max(0, near))]
    return other if other != target else None


def twins(builder: Builder, rng: random.Random, count: int) -> Iterator[Item]:
    """Clean pair and damaged twin."""
    chosen, lexicons = pairs(rng, count)
    for pair in chosen:
        planted = damage(pair, lexicons, rng)
        if planted is not None:
            yield builder.clean(pair.source, pair.target), builder.damaged(planted)


def parts(builder: Builder, rng: random.Random, synthetic: int) -> dict[str, Callable[[], Iterator[Item]]]:
    """The parts of the mixture by name."""
    real = training_records
    return {
        "mlqe": lambda: ((builder.post_edited(r),) for r in real("mlqe-pe")),
        "mqm": lambda: ((builder.rated("mqm", r),) for r in ratings(real("mqm"))),
        "bio": lambda: ((builder.rated("bio", r),) for r in ratings(real("bio-mqm"))),
        "catastrophic": lambda: ((builder.voted(r),) for r in real("catastrophic")),
        "twin": lambda: twins(builder, rng, synthetic),
        "dev": lambda: (
            (replace(builder.post_edited(r), group=f"{r['src_lang']}-{r['tgt_lang']}"),) for r in read("mlqe-pe/dev")
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--synthetic", type=int, default=40_000, help="clean pairs to damage")
    parser.add_argument("--only", nargs="*", help="names of the parts to make")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    builder, rng = Builder(Tokenizer.from_file(str(BASE / "vocabulary.json"))), random.Random(options.seed)
    EXAMPLES.mkdir(parents=True, exist_ok=True)
    for name, make in parts(builder, rng, options.synthetic).items():
        if options.only and name not in options.only:
            continue
        limit = LONGEST.get(name, LONGEST["default"])
        items = [item for item in make() if name == "dev" or max(map(len, item)) <= limit]
        with (EXAMPLES / f"{name}.pickle").open("wb") as file:
            pickle.dump(items, file, protocol=pickle.HIGHEST_PROTOCOL)
        lengths = [len(example) for item in items for example in item]
        print(f"{name}: {len(items)} items, {np.mean(lengths):.0f} pieces a pair", flush=True)


if __name__ == "__main__":
    main()

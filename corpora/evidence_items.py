"""What the evidence benchmark judges: machine translations of FLORES in documents, clean and with planted errors."""

from __future__ import annotations

import html
import json
import lzma
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from corpora.generators.damage import plant
from corpora.generators.records import Corpus
from corpora.generators.records import Pair as Clean
from corpora.rules.clean_pairs import DATA

FAMILIES = (
    "number",
    "name",
    "negation",
    "modality",
    "addition",
    "participants",
    "word",
    "sense",
    "pronoun",
    "omission",
)
KINDS = {
    "number-changed": "changed number",
    "negation-dropped": "dropped negation",
    "last-quarter-dropped": "dropped last quarter",
    "name-replaced": "replaced name",
    "word-replaced": "replaced content word",
    "participant-added": "added participant",
    "names-exchanged": "swapped participants",
    "modality-changed": "modality",
    "pronoun-gender": "pronoun gender",
    "wrong-sense": "wrong sense",
}
SYSTEMS = ("google", "microsoft")
"""Whose translations; "" = the references, by people."""
CLEAN_SYSTEM = "google"
"""Whose untouched sentences count as clean: in the dev half Microsoft's break figures ("293/4 inches")."""
DOCUMENT = 25
MOST = 8
"""Planted errors of a kind in a half of a pair."""
SEED = 11


@dataclass(frozen=True, slots=True)
class Planted:
    """An error: the sentence it stands in, the damaged text and where."""

    kind: str
    row: int
    text: str
    start: int
    end: int


def read_clean(languages: str, half: str, systems: Sequence[str] = SYSTEMS) -> list[Clean]:
    """The sentences of one half, by system and number."""
    with lzma.open(DATA / "mt-outputs" / "flores-test.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if f"{row['src_lang']}-{row['tgt_lang']}" == languages]
    rows = [row for row in rows if row["seg_index"] % 2 == (half == "test")]
    # a reference stands beside every system's translation of its sentence
    people = {row["seg_index"]: row | {"system": "", "mt": row["ref"]} for row in rows}
    return [
        Clean(
            identifier=f"{row['system']}/{row['seg_index']}",
            source=row["src"].strip(),
            target=html.unescape(row["mt"]).strip(),
            source_language=row["src_lang"],
            target_language=row["tgt_lang"],
        )
        for row in sorted([*rows, *people.values()], key=lambda row: (row["system"], row["seg_index"]))
        if row["system"] in systems
    ]


def plant_errors(clean: Sequence[Clean], most: int = MOST) -> list[Planted]:
    """At most so many of each kind."""
    rows = {pair.identifier: row for row, pair in enumerate(clean)}
    items: dict[str, list[Planted]] = defaultdict(list)
    for item in plant(Corpus(clean), FAMILIES, SEED):
        if item["kind"] in KINDS:
            row = rows[item["id"].removesuffix(f"/{item['kind']}")]
            items[item["kind"]].append(Planted(item["kind"], row, item["bad"], *item["span"]))
    return [item for kind in KINDS for item in sorted(_sample(items[kind], most), key=lambda item: item.row)]


def _sample(items: list[Planted], most: int) -> list[Planted]:
    return Random(SEED).sample(items, min(most, len(items)))


def documents(clean: Sequence[Clean], planted: Sequence[Planted]) -> Iterator[tuple[list[int], dict[int, Planted]]]:
    """(rows of a document, its errors by row): each document first clean, then as often as its errors need, every other row sound."""
    for low in range(0, len(clean), DOCUMENT):
        rows = list(range(low, min(low + DOCUMENT, len(clean))))
        yield rows, {}
        left = [item for item in planted if item.row in rows]
        while left:
            errors: dict[int, Planted] = {}
            for item in list(left):
                if item.row not in errors and len(errors) < max(len(rows) // 2, 1):
                    errors[item.row] = item
                    left.remove(item)
            yield rows, errors

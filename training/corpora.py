"""The public data sets as plain records, and the one place that says which of them may train the shipped model.

Each set is a folder of xz-compressed JSON Lines under ``paths.DATA``; see its DATA.md for fields, sources and licences.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from typing import Any

from training.paths import DATA

Record = dict[str, Any]

TRAINING = {
    "mlqe-pe": ("mlqe-pe/train",),
    "catastrophic": ("mlqe-catastrophic/train",),
    "mqm": ("mqm-newstest2020/all", "mqm-newstest2021/all"),
    "bio-mqm": ("bio-mqm/all",),
    "demetr": ("demetr/all",),
    "parallel": ("parallel/train",),
}
# en-ru of the 2021 set comes without a licence: measured on, never trained on
UNLICENSED = {("mqm-newstest2021", "ru")}
LANGUAGES = [
    "ar",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "is",
    "it",
    "ja",
    "ko",
    "lt",
    "lv",
    "mk",
    "nb",
    "nl",
    "pl",
    "pt",
    "pt-BR",
    "ro",
    "ru",
    "sk",
    "sl",
    "sr",
    "sr-Latn",
    "sv",
    "th",
    "tr",
    "uk",
    "vi",
    "zh-Hans",
    "zh-Hant",
]


def read(name: str) -> Iterator[Record]:
    """Records of one file, by its path without the ending."""
    with lzma.open(DATA / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def training_records(group: str) -> Iterator[Record]:
    """Records of a group of :data:`TRAINING`, those without a clear licence left out."""
    for name in TRAINING[group]:
        for record in read(name):
            if (record.get("dataset"), record.get("tgt_lang")) not in UNLICENSED:
                yield record


def detokenise(text: str) -> str:
    """Post-edits come with spaces around marks; undo that where it is certain."""
    text = re.sub(r"\s+([,.;:!?%)\]»”…])", r"\1", text)
    text = re.sub(r"([(\[«“„])\s+", r"\1", text)
    return re.sub(r"(?<=[\u3000-\u9fff\uff00-\uffef])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef])", "", text)


def weight(language: str) -> float:
    """How often to draw a pair with this language from `parallel`: South Slavic first, scarce Latin Serbian most."""
    return {"sr-Latn": 4.0, "sr": 1.2, "hr": 1.2, "bs": 1.0}.get(language, 0.7)


def clean_pairs() -> Iterator[tuple[tuple[str, str, str, str], float]]:
    """(source language, target language, source, translation) that a human wrote or corrected, and how often to draw it."""
    for record in training_records("parallel"):
        for language in LANGUAGES:
            if language in record:
                yield ("en", language, record["en"], record[language]), weight(language)
                yield (language, "en", record[language], record["en"]), weight(language)
    for record in training_records("mlqe-pe"):
        yield (record["src_lang"], record["tgt_lang"], record["src"], detokenise(record["pe"])), 2.5
    seen: set[str] = set()
    for record in training_records("mqm"):
        if record.get("ref") and record["src"] not in seen:
            seen.add(record["src"])
            yield (record["src_lang"], record["tgt_lang"], record["src"], record["ref"]), 8.0


def texts() -> Iterator[tuple[str, str]]:
    """(language, text) of everything that may be trained on, for counting word pieces."""
    for record in training_records("parallel"):
        yield "en", record["en"]
        yield from ((language, record[language]) for language in LANGUAGES if language in record)
    for group in ("mlqe-pe", "catastrophic", "mqm", "bio-mqm"):
        seen: set[str] = set()
        for record in training_records(group):
            for side, text in (("src_lang", record["src"]), ("tgt_lang", record["mt"])):
                if text not in seen:
                    seen.add(text)
                    yield record[side], text

"""More clean pairs for what must learn what is no error: human translations and post-edits of `../shared/data`, read both ways.

News of newstest2020 and newstest2021 (Apache-2.0), where Chinese is also the original, and sentences of Wikipedia (MLQE-PE, CC0), whose
names are rarer than those of the news that `clean_pairs` reads.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from corpora.generators.records import Pair
from corpora.rules.clean_pairs import Selection, half_of, pair_of, rows_of, turned

_NEWS = {
    "mqm-newstest2020/all.jsonl.xz": frozenset({"Human-A.0"}),
    "mqm-newstest2021/all.jsonl.xz": frozenset({"ref.A"}),
}
_WIKIPEDIA = "mlqe-pe/train.jsonl.xz"
_LEFT_OUT = frozenset({"si", "ne"})
_MARK = re.compile(r"\s+([.,;:!?)\]»”])")
_OPEN = re.compile(r"([(\[«“])\s+")
_HAN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef·])\s+|\s+(?=[\u3000-\u9fff\uff00-\uffef·])")


def read_more(selection: Selection) -> dict[str, list[Pair]]:
    """Pairs by "languages/document", each language pair cut at `selection.pairs` a source."""
    documents: defaultdict[str, list[Pair]] = defaultdict(list)
    counts, seen = Counter[tuple[str, str]](), set[tuple[str, str]]()
    for pair, document, name in _read():
        for one in (pair, turned(pair)):
            wanted = not selection.languages or one.languages in selection.languages
            known = (one.languages, one.source) in seen
            if (
                wanted
                and not known
                and half_of(document) == selection.half
                and counts[one.languages, name] < selection.pairs
            ):
                seen.add((one.languages, one.source))
                counts[one.languages, name] += 1
                documents[f"{one.languages}/{document}"].append(one)
    return dict(documents)


def _read() -> Iterator[tuple[Pair, str, str]]:
    for name, systems in _NEWS.items():
        rows = [row for row in rows_of(name) if row["system"] in systems]
        for row in sorted(rows, key=lambda row: (str(row["src_lang"]), str(row["doc"]), int(str(row["seg_index"])))):
            yield pair_of(row, "mt"), str(row["doc"]), name
    for row in rows_of(_WIKIPEDIA):
        if row.get("pe") and row["src_lang"] not in _LEFT_OUT:
            yield replace(pair_of(row, "pe"), target=_joined(str(row["pe"]))), str(row["doc"]), _WIKIPEDIA


def _joined(text: str) -> str:
    """A post-edit without the spaces that its tokens have between them."""
    return _HAN.sub("", _OPEN.sub(r"\1", _MARK.sub(r"\1", text)).replace(" @-@ ", "-"))

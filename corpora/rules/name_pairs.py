"""More pairs for planted names than `clean_pairs` reads: each sentence in both directions, Serbian news, and DEMETR's references.

Names are read from the English side alone, so a translation out of English serves as well the other way round. Halves are those of
`clean_pairs`: a document is in the same half whichever way it is read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256

from corpora.generators.name_forms import capitalised
from corpora.generators.records import Pair
from corpora.rules.attested import attested_names, common_words
from corpora.rules.clean_pairs import FILES, Selection, half_of, pair_of, rows_of, turned

_SERBIAN = ("ntrex128/all-Cyrl.jsonl.xz", "ntrex128/all-Latn.jsonl.xz")
_DEMETR = "demetr/all.jsonl.xz"
_GROUP = 10
"""FLORES states no documents; so many neighbours are taken for one, as in `clean_pairs`."""


def read_name_documents(selection: Selection) -> dict[str, list[Pair]]:
    """Clean pairs by "languages/document", in the order of a fixed hash, so that a cut takes documents from everywhere."""
    documents: defaultdict[str, list[Pair]] = defaultdict(list)
    seen = set[tuple[str, str]]()
    for pair, document in _both_ways():
        wanted = not selection.languages or pair.languages in selection.languages
        key = (pair.languages, pair.source)
        if wanted and key not in seen and selection.half in ("all", half_of(document)):
            seen.add(key)
            documents[f"{pair.languages}/{document}"].append(pair)
    counts: Counter[str] = Counter()
    found = {}
    for name in sorted(documents, key=lambda name: sha256(name.encode()).digest()):
        items = documents[name][: max(0, selection.pairs - counts[documents[name][0].languages])]
        counts[documents[name][0].languages] += len(items)
        if items:
            found[name] = items
    return found


def _both_ways() -> Iterator[tuple[Pair, str]]:
    for pair, document in _read():
        yield pair, document
        yield turned(pair), document


def _read() -> Iterator[tuple[Pair, str]]:
    for name in (*FILES, *_SERBIAN, _DEMETR):
        order: Counter[str] = Counter()
        seen = set[tuple[str, str]]()
        for row in rows_of(name):
            languages = f"{row['src_lang']}-{row['tgt_lang']}"
            if (languages, str(row["src"])) in seen or not _is_wanted(row, name):
                continue
            seen.add((languages, str(row["src"])))
            order[languages] += 1
            yield pair_of(row), str(row.get("doc") or f"flores.{order[languages] // _GROUP}")


def _is_wanted(row: Mapping[str, object], name: str) -> bool:
    """Whether a row is a clean pair; of the Serbian news each document is read in one of the two scripts."""
    if name == _DEMETR:
        return row["system"] == "unperturbed" and bool(row["ref"])
    if name in _SERBIAN:
        return sha256(str(row["doc"]).encode()).digest()[1] % 2 == _SERBIAN.index(name)
    return True


@cache
def known_names() -> Mapping[str, frozenset[str]]:
    """English sentence -> its names: attested ones; of DEMETR, whose sentences have one translation, the capitalised words inside."""
    common = common_words()
    texts = {str(row["ref"]) for row in rows_of(_DEMETR) if row["system"] == "unperturbed" and row["ref"]}
    own = {
        text: frozenset(piece.text for piece in capitalised(text) if piece.text.lower() not in common) for text in texts
    }
    return own | dict(attested_names())

"""What is read as an item: articles, the unplanted seed article, clean texts, minimal pairs, planted and parallel text."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from tqcheck.bench.items import load_items, thin
from tqcheck.errors import ReadError
from tqcheck.model import Span

CORPORA = Path(__file__).parents[2] / "corpora"


def write(path: Path, *records: dict[str, object]) -> Path:
    text = "".join(json.dumps(record) + "\n" for record in records)
    if path.suffix == ".xz":
        path.write_bytes(lzma.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def pair(name: str, **more: object) -> dict[str, object]:
    return {
        "id": name, "code": "TQ101", "languages": "en-sr_Cyrl", "kind": "number", "source": "5 dogs", "bad": "6 паса",
        "good": "5 паса", "span": [0, 1], "source_span": [0, 1], "severity": "major", "trap": "none", "split": "dev",
    } | more  # fmt: skip


def test_the_seed_article_is_an_item_with_its_marked_errors() -> None:
    (item,) = load_items([CORPORA / "putin-illusion"])
    assert item.job.path.endswith("seeds/article.en.txt")
    assert item.languages == ("cnr", "en")
    assert any(gold.kind == "added-participant" for gold in item.gold)


def test_an_article_comes_with_its_clean_twin_and_its_half() -> None:
    clean, errors = load_items([CORPORA / "articles" / "uk-en-stork"])
    assert (clean.group, errors.group) == ("clean-articles", "articles")
    assert not clean.gold
    assert len(errors.gold) >= 10
    assert {clean.split, errors.split} == {"test"}


def test_clean_texts_know_their_source_language_and_half() -> None:
    items = {item.id: item for item in load_items([CORPORA / "clean"])}
    assert items["clean-de-ferry/clean"].languages == ("en", "de")
    assert items["clean-el-chess/clean"].split == "test"


def test_minimal_pairs_of_a_script_go_by_their_language(tmp_path: Path) -> None:
    bad, good = load_items([write(tmp_path / "TQ101.jsonl", pair("TQ101/dogs/en-sr_Cyrl"))])
    assert bad.languages == ("en", "sr")
    assert bad.gold[0].span == Span(0, 1)
    assert good.job.data == "5 паса".encode()


def test_planted_text_may_repeat_a_name(tmp_path: Path) -> None:
    items = load_items([write(tmp_path / "planted.jsonl", pair("7/digit"), pair("7/digit"))])
    assert len({item.id for item in items}) == len({item.job.path for item in items}) == 4


def test_parallel_text_is_clean_text_by_document(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"src": f"s{n}", "ref": f"t{n}", "src_lang": "en", "tgt_lang": "de", "doc": "a" if n < 2 else "b"}
        for n in range(3)
    ]
    first, second = load_items([write(tmp_path / "parallel.jsonl.xz", *rows)])
    assert (first.group, first.languages) == ("clean", ("en", "de"))
    assert first.job.data == b"t0\n\nt1"
    assert second.job.data == b"t2"


def test_a_subset_keeps_halves_and_twins_together() -> None:
    items = load_items([CORPORA / "articles", CORPORA / "suite" / "TQ101.jsonl"])
    kept = thin(items, 5)
    names = [item.id.rpartition("/")[0] for item in kept]
    assert all(names.count(name) == 2 for name in names)
    assert {item.group for item in kept} == {item.group for item in items}
    assert len(kept) < len(items) / 4


def test_nothing_to_measure_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"corpora/README\.md"):
        load_items([tmp_path])
    with pytest.raises(ReadError, match="no such file"):
        load_items([tmp_path / "nowhere"])


def test_statements_given_twice_are_items_of_the_development_half() -> None:
    items = load_items([CORPORA / "restatements"])
    assert {item.group for item in items} == {"suite", "suite-good"}
    assert {item.split for item in items} == {"dev"}
    assert all(bool(item.gold) == (item.group == "suite") for item in items)
    assert b"\xe2\x9f\xa6" not in b"".join(item.job.data or b"" for item in items)

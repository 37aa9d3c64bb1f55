"""The clean texts are complete: every translation has its source, its language of origin and a proper length."""

import hashlib
import tomllib
from pathlib import Path

import pytest
import regex

FOLDER = Path(__file__).parents[2] / "corpora" / "clean"
INDEX = tomllib.loads((FOLDER / "index.toml").read_text(encoding="utf-8"))
TEXTS = sorted(path for path in FOLDER.glob("*/*.txt") if not path.name.endswith(".source.txt"))


def key(path):
    return f"{path.parent.name}/{path.stem}"


def test_index_lists_every_text():
    assert sorted(INDEX) == sorted(key(path) for path in TEXTS)
    assert {entry["split"] for entry in INDEX.values()} == {"dev", "test"}
    assert len({path.parent.name for path in TEXTS}) >= 16


@pytest.mark.parametrize("path", TEXTS, ids=key)
def test_text_and_source_match_in_paragraphs(path):
    text = path.read_text(encoding="utf-8")
    source = path.with_suffix(".source.txt").read_text(encoding="utf-8")
    assert text.count("\n\n") == source.count("\n\n")
    english = text if path.parent.name == "en" else source
    assert 150 <= len(english.split()) <= 400


def test_the_halves_of_the_second_batch_follow_their_rule():
    second = {name: entry["split"] for name, entry in INDEX.items() if entry.get("batch") == "second"}
    for into_english in (True, False):
        names = [name for name in second if name.startswith("en/") == into_english]
        names.sort(key=lambda name: hashlib.sha256(name.encode()).hexdigest())
        assert [second[name] for name in names] == [("dev", "test")[place % 2] for place in range(len(names))]


@pytest.mark.parametrize("path", TEXTS, ids=key)
def test_typography_is_tidy(path):
    text = path.read_text(encoding="utf-8")
    assert not regex.search(r"[^\n]  |\t|[\u200b\ufeff]|\n{3,}", text)
    assert text.endswith("\n")
    for opening, closing in ("()", "«»", "（）", "「」", "『』"):
        assert text.count(opening) == text.count(closing)

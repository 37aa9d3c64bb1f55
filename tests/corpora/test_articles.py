"""The article pairs are whole: built files are up to date, and gold spans are exactly where they say they are."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT / "corpora"
ARTICLES = sorted(path.parent for path in CORPORA.glob("articles/*/article.toml"))
PAIRS = [*ARTICLES, CORPORA / "putin-illusion"]


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpora_build", CORPORA / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


builder = load_builder()


def translation(folder: Path) -> str:
    settings = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
    path = folder / settings["target"] if "target" in settings else next(folder.glob("errors.*"))
    return path.read_bytes().decode("utf-8")


def test_built_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert builder.main(["--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("folder", PAIRS, ids=lambda folder: folder.name)
def test_gold_spans_stand_where_they_say(folder: Path) -> None:
    target = translation(folder)
    source = next(folder.glob("source.*")).read_bytes().decode("utf-8")
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        sides = [(target, record["target"]), *([(source, record["source"])] if record["source"] else [])]
        for text, span in sides:
            assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_an_article_has_ten_to_twenty_errors(folder: Path) -> None:
    assert 10 <= len((folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()) <= 20


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_source_and_clean_translation_have_the_same_paragraphs(folder: Path) -> None:
    texts = [next(folder.glob(name)).read_text(encoding="utf-8") for name in ("source.*", "clean.*")]
    assert len({text.count("\n\n") for text in texts}) == 1
    for text in texts:
        assert "\u00a0\n" not in text
        assert text == text.rstrip() + "\n"


def halves() -> dict[str, dict[str, str]]:
    """The half of every article, by batch; the first batch is what stands before the tables."""
    splits = tomllib.loads((CORPORA / "splits.toml").read_text(encoding="utf-8"))
    later = {name: table for name, table in splits.items() if isinstance(table, dict)}
    return {"first": {name: half for name, half in splits.items() if name not in later}} | later


def test_every_article_is_in_one_half() -> None:
    batches = halves().values()
    names = [name for batch in batches for name in batch]
    assert sorted(names) == sorted(folder.name for folder in PAIRS)
    assert {half for batch in batches for half in batch.values()} <= {"dev", "test"}


def test_the_halves_of_the_second_batch_follow_their_rule() -> None:
    second = halves()["second"]
    names = sorted(second, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    assert second == {name: ("dev", "test")[place % 2] for place, name in enumerate(names)}


@pytest.mark.parametrize("batch", ["fourth", "ninth"])
def test_a_batch_for_measuring_is_all_test(batch: str) -> None:
    assert set(halves()[batch].values()) == {"test"}


@pytest.mark.parametrize("batch", ["fifth", "sixth", "seventh", "eighth"])
def test_a_batch_for_fitting_is_all_development(batch: str) -> None:
    assert set(halves()[batch].values()) == {"dev"}


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_an_article_is_as_long_as_an_article(folder: Path) -> None:
    [english] = [*folder.glob("source.en.*"), *folder.glob("clean.en.*")]
    assert 300 <= len(english.read_text(encoding="utf-8").split()) <= 900


def test_every_language_of_the_first_batch_is_in_both_halves() -> None:
    splits = halves()["first"]
    found: dict[str, set[str]] = {}
    for folder in (folder for folder in ARTICLES if folder.name in splits):
        settings = tomllib.loads((folder / "article.toml").read_text(encoding="utf-8"))
        [language] = {settings["source_language"], settings["target_language"]} - {"en"}
        found.setdefault(language, set()).add(splits[folder.name])
    assert all(halves == {"dev", "test"} for halves in found.values()), found


def test_a_snippet_that_is_not_unique_stops_the_build() -> None:
    with pytest.raises(builder.CorpusError, match="found 2 times"):
        builder.locate("a rose is a rose", "rose", "here")
    with pytest.raises(builder.CorpusError, match="found 0 times"):
        builder.locate("a rose is a rose", "tulip", "here")


def test_an_omission_is_a_gap_of_no_width() -> None:
    entry = {"find": "One. Two. Three.", "replace": "One. Three.", "code": "TQ201"}
    text, [(start, end, _)] = builder.plant("Zero. One. Two. Three.", [entry], "here")
    assert text == "Zero. One. Three."
    assert start == end == len("Zero. One. ")


def test_the_gap_at_the_end_of_a_paragraph_comes_after_its_last_mark() -> None:
    assert builder.find_gap("पास की। होंगे।", "पास की।", "here") == len("पास की।")


def test_a_change_without_a_span_must_be_a_deletion() -> None:
    with pytest.raises(builder.CorpusError, match="say which span"):
        builder.find_gap("One. Two.", "One! Two!", "here")


def test_two_errors_in_one_place_stop_the_build() -> None:
    entries = [{"find": "One Two", "replace": "One"}, {"find": "Two Three", "replace": "Three"}]
    with pytest.raises(builder.CorpusError, match="overlap"):
        builder.plant("One Two Three", entries, "here")

"""The cache keeps results between runs and never fails one."""

import multiprocessing
import stat

import pytest

from tqcheck.cache import ResultCache, make_key
from tqcheck.engines.cached import translate_cached
from tqcheck.model.evidence import Diagnostics, Translation


def test_what_is_written_is_read_by_another(tmp_path):
    ResultCache(tmp_path / "deep" / "c.sqlite").write({"a": "1", "b": "ж 😀"})
    assert ResultCache(tmp_path / "deep" / "c.sqlite").read(["a", "b", "c"]) == {"a": "1", "b": "ж 😀"}


def test_only_the_user_may_read_it(tmp_path):
    path = tmp_path / "c.sqlite"
    ResultCache(path).write({"a": "1"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_off_writes_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    cache = ResultCache(None)
    cache.write({"a": "1"})
    assert cache.read(["a"]) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_thrown_away_with_one_line(tmp_path):
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"this is no database at all, not even a small one" * 100)
    cache = ResultCache(path)
    assert cache.read(["a"]) == {}
    cache.write({"a": "1"})
    assert cache.read(["a"]) == {"a": "1"}
    assert len(cache.problems) == 1
    assert "\n" not in cache.problems[0]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    cache = ResultCache(tmp_path / "file" / "c.sqlite")
    cache.write({"a": "1"})
    assert len(cache.problems) == 1


def _write(path, start):
    for index in range(start, start + 50):
        ResultCache(path).write({str(index): "x"})


def test_two_processes_may_write_at_once(tmp_path):
    path = tmp_path / "c.sqlite"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(path, start)) for start in (0, 50)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert ResultCache(path).info().entries == 100


def test_clear_leaves_nothing(tmp_path):
    cache = ResultCache(tmp_path / "c.sqlite")
    cache.write({"a": "1"})
    cache.clear()
    assert list(tmp_path.iterdir()) == []


def test_keys_tell_texts_signatures_and_languages_apart():
    keys = {
        make_key("s", ("a", "b"), "t"),
        make_key("s2", ("a", "b"), "t"),
        make_key("s", ("b", "a"), "t"),
        make_key("s", ("a", "b"), "t", None),
    }
    assert len(keys) == 4


@pytest.mark.parametrize(
    "result",
    [
        Translation(text="Olá", language="pt", signature="firefox"),
        Translation(text="", language="pt", signature="firefox", diagnostics=Diagnostics(degenerate="empty")),
        Translation(
            text="ola", language="pt", signature="s", diagnostics=Diagnostics(unknown=0.25, lost=("{x}", "😀"))
        ),
        Translation(text="ola", language="pt", signature="s", logprobs=(-0.5, 0.0), gloss=True),
    ],
)
def test_a_translation_comes_back_as_it_was(tmp_path, result):
    class Once:
        signature, asked = "once", 0

        def translate(self, texts, source, target):
            Once.asked += 1
            return [result for _ in texts]

    cache = ResultCache(tmp_path / "cache.sqlite")
    fresh, kept = (translate_cached(Once(), cache, ["Hello"], "en", "pt") for _ in range(2))
    assert fresh == kept == [result]
    assert Once.asked == 1

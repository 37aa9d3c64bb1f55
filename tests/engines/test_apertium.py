"""Apertium as resident processes: marks, crashes and unsound pairs never pass for a translation."""

import gc
import os
import shutil

import pytest

from tqcheck.engines.apertium import GLOSSES, MODES, SOUND, ApertiumTranslator
from tqcheck.engines.apertium_pipeline import read_mode
from tqcheck.errors import EngineError

here = ApertiumTranslator()
needs = {
    mode: pytest.mark.skipif(not (MODES / f"{mode}.mode").is_file(), reason=f"apertium's {mode} is not installed")
    for mode in ("hbs-eng", "pt-es")
}


def test_broken_pairs_are_never_offered():
    listed = set(SOUND) | set(GLOSSES)
    assert not listed & {("en", "hr"), ("en", "sr"), ("ru", "uk"), ("uk", "ru")}


def test_every_stage_gets_null_flush():
    command = read_mode("lt-proc 'a b.bin' | apertium-tagger -g $2 'c.prob' | lt-proc $1 'd.bin'")
    assert command.endswith("lt-proc -z 'a b.bin' | apertium-tagger -z -g  'c.prob' | lt-proc -z -g 'd.bin'")


@needs["hbs-eng"]
@pytest.mark.parametrize("text", ["Predsednik je juče rekao da neće doći.", "Председник је јуче рекао да неће доћи."])
def test_serbian_is_glossed_in_either_alphabet(text):
    result = here.translate([text], "sr", "en")[0]
    assert "president" in result.text.lower()
    assert result.gloss
    assert "*" not in result.text


@needs["pt-es"]
def test_the_full_stop_and_the_order_stay():
    results = here.translate(["O gato dorme.", "", "A casa é grande."], "pt", "es")
    assert [result.text for result in results] == ["El gato duerme.", "", "La casa es grande."]


@needs["pt-es"]
def test_a_killed_pipeline_is_started_again():
    engine = ApertiumTranslator()
    engine.translate(["O gato dorme."], "pt", "es")
    os.killpg(next(iter(engine._pipelines.values()))._process.pid, 9)
    first, second = (engine.translate(["A casa é grande."], "pt", "es")[0] for _ in range(2))
    assert first.text in ("", "La casa es grande.")
    assert second.text == "La casa es grande."


@needs["pt-es"]
def test_the_processes_end_with_the_engine():
    engine = ApertiumTranslator()
    engine.translate(["O gato dorme."], "pt", "es")
    process = next(iter(engine._pipelines.values()))._process
    assert process.poll() is None
    del engine
    gc.collect()
    assert process.returncode is not None


@pytest.mark.skipif(not shutil.which("sh"), reason="needs a shell")
def test_a_stage_that_crashes_is_a_failure_not_an_empty_translation(tmp_path):
    (tmp_path / "pt-es.mode").write_text("sh -c 'exit 139'")
    result = ApertiumTranslator(tmp_path).translate(["O gato dorme."], "pt", "es")[0]
    assert (result.text, result.diagnostics.degenerate) == ("", "engine failed")


def test_the_signature_follows_the_data(tmp_path):
    (tmp_path / "pt-es.bin").write_bytes(b"rules 1")
    (tmp_path / "pt-es.mode").write_text(f"lt-proc '{tmp_path}/pt-es.bin'")
    before = ApertiumTranslator(tmp_path).signature_for("pt", "es")
    assert ApertiumTranslator(tmp_path).signature_for("pt", "es") == before
    (tmp_path / "pt-es.bin").write_bytes(b"rules 2!")
    os.utime(tmp_path / "pt-es.bin", ns=(1, 1))
    after = ApertiumTranslator(tmp_path).signature_for("pt", "es")
    assert before.startswith("apertium|pt-es@")
    assert after != before


@needs["pt-es"]
def test_what_was_masked_does_not_count_as_unknown_words():
    result = here.translate(["A {casa} grande {b} é {c} muito {d} bonita."], "pt", "es")[0]
    assert result.diagnostics.unknown == 0
    assert "{casa}" in result.text


def test_a_missing_pair_is_one_line(tmp_path):
    with pytest.raises(EngineError, match="no apertium pair"):
        ApertiumTranslator(tmp_path).translate(["x"], "pt", "es")

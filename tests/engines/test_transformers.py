"""Any saved Marian directory, through the real library: a tiny one of random weights, so its words are noise and its form is not."""

import json
import pickle
import shutil
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the transformers extra is not installed")
pytest.importorskip("transformers", reason="the transformers extra is not installed")

from tqcheck.engines.routes import find_scorer, find_translator
from tqcheck.engines.transformers.directory import read_directory
from tqcheck.engines.transformers.score import create as create_scorer
from tqcheck.engines.transformers.translate import create
from tqcheck.errors import ConfigError, EngineError

TINY = Path(__file__).parent.parent / "data" / "tiny-marian"
TEXTS = ["The cat sleeps on the sofa.", "", "She said no.\n\nWe were not there.", "The dog barks at night."]


@pytest.fixture(scope="module")
def engine():
    return create({"model": str(TINY), "threads": 1})


@pytest.fixture(scope="module")
def scorer():
    return create_scorer({"model": str(TINY), "threads": 1})


def copy(folder, **changed):
    """The tiny model with fields of its tokenizer's settings or of its vocabulary changed."""
    shutil.copytree(TINY, folder)
    for name, fields in changed.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | fields), encoding="utf-8")
    return folder


def test_each_text_comes_back_in_order_signed_and_with_its_log_probabilities(engine):
    results = engine.translate(TEXTS, "en", "pt")
    assert [bool(result.text) for result in results] == [True, False, True, True]
    assert "\n\n" in results[2].text
    assert all(result.signature == engine.signature and result.language == "pt" for result in results)
    assert results[0].logprobs
    assert all(score <= 0 for score in results[0].logprobs)
    assert results[1].logprobs is None


def test_a_text_is_translated_alike_alone_and_in_a_batch(engine):
    alone, batched = engine.translate(TEXTS[:1], "en", "pt")[0], engine.translate(TEXTS, "en", "pt")[0]
    assert alone.text == batched.text
    assert alone.logprobs == pytest.approx(batched.logprobs, abs=1e-3)


def test_what_must_survive_is_kept_from_the_model_or_admitted_as_lost(engine):
    result = engine.translate(["The cat sleeps at {place} now."], "en", "pt")[0]
    assert "{place}" in result.text or result.diagnostics.lost == ("{place}",)


def test_a_script_outside_the_vocabulary_is_refused(engine):
    result = engine.translate(["Президент не поедет."], "en", "pt")[0]
    assert (result.text, result.diagnostics.degenerate) == ("", "unreadable script")


def test_it_is_chosen_by_name_and_path(engine):
    chosen = find_translator(f"transformers:{TINY}", "en-GB", "pt-BR", {})
    assert chosen.signature == engine.signature
    assert engine.pairs() == {("en", "pt")}
    with pytest.raises(EngineError, match=r"no en->de \(it has en->pt\)"):
        find_translator(f"transformers:{TINY}", "en", "de", {})


def test_it_travels_to_other_processes(engine):
    assert pickle.loads(pickle.dumps(engine)).signature == engine.signature


def test_the_signature_follows_the_weights(engine, tmp_path):
    other = copy(tmp_path / "tiny-marian")
    assert create({"model": str(other)}).signature == engine.signature
    weights = bytearray((other / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (other / "model.safetensors").write_bytes(bytes(weights))
    assert create({"model": str(other)}).signature != engine.signature


def test_damaged_weights_are_one_line(tmp_path):
    broken = copy(tmp_path / "broken")
    (broken / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(EngineError, match="broken failed") as caught:
        create({"model": str(broken)}).translate(["The cat."], "en", "pt")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "message"), [("", "name the directory"), ("nowhere", "no directory"), (".", "no weights")]
)
def test_what_is_no_model_directory_is_one_line(tmp_path, name, message):
    with pytest.raises(ConfigError, match=message):
        create({"model": str(tmp_path / name) if name else ""})


def test_a_model_without_stated_languages_takes_any(tmp_path):
    folder = copy(tmp_path / "any", tokenizer_config={"source_lang": None, "target_lang": None})
    assert read_directory(folder).pairs() is None
    assert create({"model": str(folder)}).translate(["The cat."], "sw", "fi")[0].language == "fi"


def test_a_group_model_gets_the_token_of_the_wanted_language(tmp_path):
    tokens = {">>fra<<": 122, ">>pt_BR<<": 123, ">>srp_Cyrl<<": 124}
    group = copy(tmp_path / "group", tokenizer_config={"target_lang": "roa"}, vocab=tokens)
    directory = read_directory(group)
    assert directory.pairs() == {("en", code) for code in ("fr", "pt", "pt-BR", "sr", "sr-Cyrl")}
    wanted = [directory.token(code) for code in ("fr", "fr-CA", "pt", "cnr")]
    assert wanted == [">>fra<<", ">>fra<<", ">>pt_BR<<", ">>srp_Cyrl<<"]
    with pytest.raises(EngineError, match="does not know the language de"):
        directory.token("de")


def test_a_given_translation_is_scored_word_by_word(scorer):
    text = "O gato dorme no sofá."
    result = scorer.score([("The cat sleeps on the sofa.", text)], "en", "pt")[0]
    assert [text[token.start : token.end] for token in result.tokens] == ["O", "gato", "dorme", "no", "sofá."]
    assert all(token.logprob < 0 for token in result.tokens)
    assert result.total <= sum(token.logprob for token in result.tokens)


def test_scores_do_not_depend_on_the_batch_and_do_on_the_source(scorer):
    pair, other = ("The dog barks at night.", "O cão ladra à noite."), ("She said no.", "O cão ladra à noite.")
    alone = scorer.score([pair], "en", "pt")[0]
    together = scorer.score(
        [other, ("", "Nada."), pair, ("He went to the market and bought bread.", "Ele foi.")], "en", "pt"
    )
    assert together[2].total == pytest.approx(alone.total, abs=1e-3)
    assert together[0].total != pytest.approx(alone.total, abs=1e-3)
    assert together[1].tokens == ()


def test_the_total_is_the_loss_the_library_computes(engine, scorer):
    source, text = "The cat sleeps on the sofa.", "O gato dorme no sofá."
    inputs = engine.model.tokenizer([source], text_target=[text], return_tensors="pt")
    loss = float(engine.model.network(**inputs).loss.detach()) * inputs["labels"].shape[1]
    assert scorer.score([(source, text)], "en", "pt")[0].total == pytest.approx(-loss, abs=2e-3)


def test_the_scorer_goes_with_the_name():
    assert find_scorer(f"transformers:{TINY}", "en", "pt", {}) is not None
    assert find_scorer(f"transformers:{TINY}", "pt", "en", {}) is None

"""A converted model is the same model: its words are those transformers writes, its scores are the same within 8-bit rounding."""

import pickle

import pytest

pytest.importorskip("ctranslate2", reason="the ctranslate2 extra is not installed")
pytest.importorskip("torch", reason="converting needs the transformers extra")
pytest.importorskip("transformers", reason="converting needs the transformers extra")

from tests.engines.tiny_models import TINY_MARIAN, make_m2m100, make_marian, make_nllb
from tqcheck.engines.ctranslate2 import convert as convert_module
from tqcheck.engines.ctranslate2.score import create as create_scorer
from tqcheck.engines.ctranslate2.translate import create
from tqcheck.engines.routes import find_scorer, find_translator
from tqcheck.engines.transformers.score import create as create_reference_scorer
from tqcheck.engines.transformers.translate import create as create_reference
from tqcheck.errors import ConfigError, EngineError

TEXTS = [
    "The cat sleeps on the sofa.",
    "She said no.",
    "The dog barks at night.",
    "He went to the market and bought bread.",
]
PAIRS = [
    ("The cat sleeps on the sofa.", "O gato dorme no sofá."),
    ("She said no.", "Ela disse que não."),
    ("", "Nada."),
]


@pytest.fixture(autouse=True, scope="module")
def cache(tmp_path_factory):
    patch, home = pytest.MonkeyPatch(), tmp_path_factory.mktemp("cache")
    patch.setenv("TQCHECK_MODELS", str(home))
    yield home / "ctranslate2"
    patch.undo()


@pytest.fixture(scope="module")
def marian():
    return TINY_MARIAN


def settings(folder, **more):
    return {"model": str(folder), "beams": 1, "threads": 1, **more}


def test_in_full_precision_its_greedy_words_are_those_of_transformers(marian):
    ours = create(settings(marian, quantization="float32")).translate(TEXTS, "en", "pt")
    reference = create_reference(settings(marian)).translate(TEXTS, "en", "pt")
    # an untrained model never ends by itself, and the two count the end mark differently against the limit
    assert all(one.text.startswith(other.text) for one, other in zip(ours, reference, strict=True))
    assert min(len(result.text) for result in reference) > 50


def test_in_eight_bits_its_scores_are_those_of_transformers_within_rounding(marian):
    ours = create_scorer(settings(marian)).score(PAIRS, "en", "pt")
    reference = create_reference_scorer(settings(marian)).score(PAIRS, "en", "pt")
    for one, other in zip(ours, reference, strict=True):
        assert [(token.start, token.end) for token in one.tokens] == [
            (token.start, token.end) for token in other.tokens
        ]
        for word, expected in zip(one.tokens, other.tokens, strict=True):
            assert word.logprob == pytest.approx(expected.logprob, rel=0.05, abs=0.1)
    assert ours[2].tokens == ()


@pytest.mark.parametrize("make", [make_m2m100, make_nllb, lambda folder: make_m2m100(folder, small_100=True)])
def test_families_of_many_languages_are_asked_for_the_right_one(tmp_path, make):
    folder = make(tmp_path / "many")
    ours = create_scorer(settings(folder, quantization="float32"))
    reference = create_reference_scorer(settings(folder))
    for target in ("pt", "de"):
        one, other = (scorer.score(PAIRS[:1], "en", target)[0].total for scorer in (ours, reference))
        assert one == pytest.approx(other, abs=0.01)
    texts = [
        engine.translate(TEXTS[:1], "en", "pt")[0].text
        for engine in (create(settings(folder, quantization="float32")), create_reference(settings(folder)))
    ]
    assert texts[0].startswith(texts[1])
    assert "__pt__" not in texts[1]


def test_scores_do_not_depend_on_the_batch(marian):
    scorer = create_scorer(settings(marian))
    together = scorer.score(PAIRS, "en", "pt")
    assert scorer.score(PAIRS[:1], "en", "pt")[0].total == pytest.approx(together[0].total, abs=1e-3)


def test_it_is_converted_once_and_kept_by_its_content(marian, cache, monkeypatch):
    create(settings(marian)).translate(TEXTS[:1], "en", "pt")
    kept = sorted(path.name for path in cache.iterdir())
    monkeypatch.setattr(convert_module, "_make_converter", None)
    engine = create(settings(marian))
    assert engine.translate(TEXTS[:1], "en", "pt")[0].text
    assert sorted(path.name for path in cache.iterdir()) == kept
    assert any(name == f"tiny-marian-{engine.directory.fingerprint()}-int8" for name in kept)
    assert f"tiny-marian@{engine.directory.fingerprint()}|int8|beams 1" in engine.signature


def test_a_model_it_would_run_differently_is_refused(tmp_path):
    trained = make_marian(tmp_path / "trained", padding=0.5)
    with pytest.raises(EngineError, match="use transformers:"):
        create(settings(trained)).translate(TEXTS[:1], "en", "pt")


def test_damaged_weights_are_one_line(tmp_path):
    broken = make_marian(tmp_path / "broken")
    (broken / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(EngineError, match="broken failed") as caught:
        create(settings(broken)).translate(TEXTS[:1], "en", "pt")
    assert "\n" not in str(caught.value)


def test_a_cache_that_cannot_be_written_is_one_line(marian, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("TQCHECK_MODELS", str(tmp_path / "file"))
    with pytest.raises(EngineError, match="cannot be written"):
        create(settings(marian)).translate(TEXTS[:1], "en", "pt")


def test_it_is_chosen_by_name_scores_and_travels(marian):
    engine = find_translator(f"ctranslate2:{marian}", "en", "pt", {"ctranslate2": {"beams": 2}})
    assert engine.signature.endswith("int8|beams 2")
    assert pickle.loads(pickle.dumps(engine)).signature == engine.signature
    assert find_scorer(f"ctranslate2:{marian}", "en", "pt", {}) is not None


@pytest.mark.parametrize(
    ("given", "said"), [({}, "name the directory"), ({"model": ".", "quantization": "int3"}, "int3")]
)
def test_settings_that_do_not_fit_are_one_line(given, said):
    with pytest.raises(ConfigError, match=said):
        create(given)

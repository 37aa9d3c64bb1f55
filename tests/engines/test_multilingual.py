"""Models of many languages: each family names the wanted language in its own way, and a saved directory is enough to know how."""

import re

import pytest

pytest.importorskip("torch", reason="the transformers extra is not installed")
pytest.importorskip("transformers", reason="the transformers extra is not installed")

from tests.engines.tiny_models import make_m2m100, make_marian, make_nllb
from tqcheck.engines.transformers.directory import read_directory
from tqcheck.engines.transformers.score import create as create_scorer
from tqcheck.engines.transformers.translate import create
from tqcheck.errors import EngineError

TEXT = "The cat sleeps on the sofa."
GIVEN = "O gato dorme no sofá."
MAKERS = {"m2m100": make_m2m100, "small100": lambda folder: make_m2m100(folder, small_100=True), "nllb": make_nllb}


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    home = tmp_path_factory.mktemp("models")
    return {name: make(home / name) for name, make in MAKERS.items()}


def engine(folder):
    return create({"model": str(folder), "beams": 1, "threads": 1})


def written(model, source, first):
    """What the library itself writes, called as the model's card says."""
    model.tokenizer.src_lang = source
    inputs = model.tokenizer([TEXT], return_tensors="pt")
    settings = {
        "num_beams": 1,
        "do_sample": False,
        "max_new_tokens": min(model.limit, 30 + 3 * inputs["input_ids"].shape[1]),
    }
    output = model.network.generate(
        **inputs, **settings, **({"forced_bos_token_id": first} if first is not None else {})
    )
    text = model.tokenizer.batch_decode(output, skip_special_tokens=True)[0]
    # M2M100's tokenizer does not know that its language tokens are no words
    return inputs["input_ids"][0].tolist(), re.sub(r"__[a-z]+__", "", text).strip()


@pytest.mark.parametrize(
    ("family", "source", "target", "tokens"),
    [
        ("m2m100", "en", "pt", ("en", "__pt__")),
        ("m2m100", "sr", "fr-CA", ("sr", "__fr__")),
        ("nllb", "en", "pt-BR", ("eng_Latn", "por_Latn")),
        ("nllb", "sr", "zh-TW", ("srp_Cyrl", "zho_Hant")),
        ("small100", "en", "pt", ("pt", None)),
    ],
)
def test_the_wanted_language_is_named_as_the_family_wants_it(folders, family, source, target, tokens):
    model = engine(folders[family]).model
    first = None if tokens[1] is None else model.tokenizer.convert_tokens_to_ids(tokens[1])
    ids, text = written(model, tokens[0], first)
    assert model.translate([TEXT], source, target)[0].text == text
    assert model.prepare(source, target) == ("", first)
    # the source's token, or for SMaLL-100 the target's, is what the encoder reads first
    entry = tokens[0] if family == "nllb" else f"__{tokens[0]}__"
    assert ids[0] == model.tokenizer.convert_tokens_to_ids(entry)


def test_another_target_is_another_output(folders):
    for family in MAKERS:
        model = engine(folders[family]).model
        assert model.translate([TEXT], "en", "pt")[0] != model.translate([TEXT], "en", "de")[0]


def test_the_tokens_that_m2m100_does_not_save_are_known(folders):
    directory = read_directory(folders["m2m100"])
    assert len(directory.tokens) == 100
    assert ("sr", "en") in directory.pairs()
    with pytest.raises(EngineError, match="no en->eu"):
        directory.check_direction("en", "eu")


def test_a_group_model_reads_the_wanted_language_before_the_sentence(tmp_path):
    tokens = {">>srp_Latn<<": 118, ">>srp_Cyrl<<": 117}
    group = make_marian(tmp_path / "zls", tokenizer_config={"target_lang": "zls"}, vocab=tokens)
    model = engine(group).model
    assert model.prepare("en", "sr-Latn") == (">>srp_Latn<< ", None)
    ids = model.tokenizer([">>srp_Latn<< " + TEXT])["input_ids"][0]
    assert ids[0] == 118
    assert model.translate([TEXT], "en", "sr-Latn")[0] != model.translate([TEXT], "en", "sr-Cyrl")[0]


@pytest.mark.parametrize("family", list(MAKERS))
def test_a_given_translation_is_scored_word_by_word(folders, family):
    scorer = create_scorer({"model": str(folders[family]), "threads": 1})
    result, other = (scorer.score([(text, GIVEN)], "en", "pt")[0] for text in (TEXT, "She said no."))
    assert [GIVEN[token.start : token.end] for token in result.tokens] == GIVEN.split()
    assert all(token.logprob < 0 for token in result.tokens)
    assert result.total != pytest.approx(other.total, abs=1e-3)


@pytest.mark.parametrize("family", ["m2m100", "nllb"])
def test_the_score_is_the_loss_the_library_computes(folders, family):
    scorer = create_scorer({"model": str(folders[family]), "threads": 1})
    model = engine(folders[family]).model
    _, first = model.prepare("en", "pt")
    model.tokenizer.tgt_lang = "pt" if family == "m2m100" else "por_Latn"
    inputs = model.tokenizer([TEXT], text_target=[GIVEN], return_tensors="pt")
    assert inputs["labels"][0, 0] == first
    logits = model.network(**inputs).logits.log_softmax(-1)
    scores = logits.gather(-1, inputs["labels"].unsqueeze(-1))[0, 1:]
    assert scorer.score([(TEXT, GIVEN)], "en", "pt")[0].total == pytest.approx(float(scores.sum().detach()), abs=2e-3)


def test_a_script_outside_the_vocabulary_is_refused(folders):
    for family in MAKERS:
        result = engine(folders[family]).translate(["Президент не поедет."], "ru", "en")[0]
        assert (result.text, result.diagnostics.degenerate) == ("", "unreadable script")

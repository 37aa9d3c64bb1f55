"""A language pair trained on the spot: what engines do with a model that has really learnt something."""

from random import Random

import pytest

pytest.importorskip("torch", reason="the transformers extra is not installed")
pytest.importorskip("transformers", reason="the transformers extra is not installed")

from corpora.generators.toy_pair import ADVERBS, NOUNS, VERBS, make_sentences, train
from tqcheck.engines.routes import find_scorer, find_translator

pytestmark = pytest.mark.slow
TRAINED = set(make_sentences(3300, 1))
UNSEEN = [pair for pair in make_sentences(400, 2) if pair not in TRAINED][:100]
ENGLISH, INVENTED = (list(side) for side in zip(*UNSEEN, strict=True))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    patch, home = pytest.MonkeyPatch(), tmp_path_factory.mktemp("toy")
    patch.setenv("TQCHECK_MODELS", str(home / "cache"))
    for direction in (("en", "xx"), ("xx", "en")):
        train(home / "-".join(direction), *direction)
    yield home
    patch.undo()


def carry(folder, texts, source, target, engine="transformers"):
    translator = find_translator(f"{engine}:{folder}/{source}-{target}", source, target, {engine: {"threads": 1}})
    return [result.text for result in translator.translate(texts, source, target)]


def test_unseen_sentences_come_out_right_and_come_back(folder):
    there = carry(folder, ENGLISH, "en", "xx")
    assert sum(one == other for one, other in zip(there, INVENTED, strict=True)) >= 97
    back = carry(folder, INVENTED, "xx", "en")
    assert sum(one == other for one, other in zip(back, ENGLISH, strict=True)) >= 97
    assert sum(one == other for one, other in zip(carry(folder, there, "xx", "en"), ENGLISH, strict=True)) >= 95


def spoil(sentence, random):
    """The sentence with one word exchanged for another of its kind, and the place of that word."""
    words = sentence.rstrip(".").split()
    kinds = [list(NOUNS.values()), list(VERBS.values()), list(ADVERBS.values())]
    index = random.choice([index for index, word in enumerate(words) if any(word in kind for kind in kinds)])
    kind = next(kind for kind in kinds if words[index] in kind)
    # of the same gender, so that only the meaning is wrong
    others = [word for word in kind if word != words[index] and word[-1] == words[index][-1]]
    start = len(" ".join(words[:index])) + bool(index)
    words[index] = random.choice(others or [word for word in kind if word != words[index]])
    return " ".join(words) + ".", start


@pytest.mark.parametrize("engine", ["transformers", "ctranslate2"])
def test_a_wrong_word_is_the_least_likely_one(folder, engine):
    if engine == "ctranslate2":
        pytest.importorskip("ctranslate2", reason="the ctranslate2 extra is not installed")
    random = Random(4)
    spoilt = [spoil(sentence, random) for sentence in INVENTED]
    scorer = find_scorer(f"{engine}:{folder}/en-xx", "en", "xx", {engine: {"threads": 1}})
    clean = scorer.score(UNSEEN, "en", "xx")
    wrong = scorer.score([(english, text) for english, (text, _) in zip(ENGLISH, spoilt, strict=True)], "en", "xx")
    assert all(bad.total < good.total - 1 for good, bad in zip(clean, wrong, strict=True))
    found = [
        min(result.tokens, key=lambda token: token.logprob).start == start
        for result, (_, start) in zip(wrong, spoilt, strict=True)
    ]
    assert sum(found) >= 95


def test_the_converted_model_writes_the_same_sentences_in_eight_bits(folder):
    pytest.importorskip("ctranslate2", reason="the ctranslate2 extra is not installed")
    ours, reference = (carry(folder, ENGLISH, "en", "xx", engine) for engine in ("ctranslate2", "transformers"))
    assert sum(one == other for one, other in zip(ours, reference, strict=True)) >= 98

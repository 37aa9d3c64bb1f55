"""The shipped model: loads fast, ranks sensibly, and a pair's result never depends on its neighbours."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tqcheck.errors import EngineError
from tqcheck.quality import EmbeddedModel, load
from tqcheck.quality.files import find_folder

SERBIAN = "Рекао је да је заинтересован за примирје, али је поставио низ услова који су очигледно неприхватљиви."
CLEAN = "He said he was interested in a ceasefire, but he set a number of conditions that were clearly unacceptable."
DETACHED = "The museum on the main square will be closed for repairs until the end of the month of November."


@pytest.fixture(scope="module")
def model() -> EmbeddedModel:
    return load(threads=1)


def test_a_pair_scores_the_same_alone_batched_and_reordered(model: EmbeddedModel) -> None:
    pairs: list[tuple[str | None, str]] = [
        (SERBIAN, CLEAN),
        (SERBIAN, DETACHED),
        ("他昨天去北京看望了他的祖母。", "He went to Beijing yesterday to visit his grandmother."),
        (None, "He go to school yesterday and buyed three book."),
        ("Кратко.", "Short."),
    ]
    together = model.estimator.estimate(pairs, "sr", "en")
    assert [model.estimator.estimate([pair], "sr", "en")[0] for pair in pairs] == together
    assert model.estimator.estimate(pairs[::-1], "sr", "en")[::-1] == together


def test_a_translation_scores_above_another_sentence_of_like_length(model: EmbeddedModel) -> None:
    good, bad = model.estimator.estimate([(SERBIAN, CLEAN), (SERBIAN, DETACHED)], "sr", "en")
    assert good.score > bad.score
    assert good.critical < bad.critical
    assert good.penalty < bad.penalty


@pytest.mark.parametrize(
    ("target", "language"),
    [
        (SERBIAN, "en"),
        ("", "en"),
        ("He said he was he said he was he said he was he said he was he said he was.", "en"),
        ("Er sagte, er sei an einem Waffenstillstand interessiert, stellte aber Bedingungen.", "en"),
        ("他说他对停火感兴趣，但提出了许多显然无法接受的条件，谈判因此没有结果。", "en"),
        ("Ele disse que estava interessado num cessar-fogo, mas impôs várias condições.", "fr"),
    ],
)
def test_copies_empty_repeated_and_foreign_translations_never_score(
    model: EmbeddedModel, target: str, language: str
) -> None:
    (quality,) = model.estimator.estimate([(SERBIAN, target)], "sr", language)
    assert quality.score == 0
    assert quality.critical > 0.9
    assert quality.spans


def test_a_title_in_another_language_is_no_foreign_translation(model: EmbeddedModel) -> None:
    title = "Jürgen von Beckerath, Chronologie Des Pharaonischen Ägypten, Verlag Philipp Von Zabern."
    (quality,) = model.estimator.estimate([(title, title.replace("Jürgen", "Jurgen"))], "si", "en")
    assert quality.score > 0


def test_a_pair_beyond_one_pass_is_read_to_its_end(model: EmbeddedModel) -> None:
    source, target = " ".join([SERBIAN] * 12), " ".join([CLEAN] * 12)
    examined = model.estimator.examine([(source, target)], "sr", "en")[0]
    assert len(examined.offsets) > 250
    assert examined.offsets[-1][1] == len(target)
    assert len(examined.edits) == len(examined.offsets)


def test_word_scores_follow_the_wanted_words(model: EmbeddedModel) -> None:
    wanted = [(0, 2), (3, 7), (8, 10), (len(CLEAN) - 1, len(CLEAN))]
    scores = model.estimator.examine([(SERBIAN, CLEAN)], "sr", "en")[0].word_scores(wanted)
    assert len(scores) == 4
    assert all(0 <= score <= 1 for score in scores)


def test_sentence_vectors_are_unit_long_and_find_the_translation(model: EmbeddedModel) -> None:
    english = [
        "The cat drinks milk.",
        "Oil prices rose by five percent.",
        "She lives in a small town.",
        "The law was passed.",
    ]
    german = [
        "Die Katze trinkt Milch.",
        "Die Ölpreise stiegen um fünf Prozent.",
        "Sie lebt in einer Kleinstadt.",
        "Das Gesetz wurde verabschiedet.",
    ]
    left, right = model.embedder.embed(english), model.embedder.embed(german)
    assert np.allclose(np.linalg.norm(left, axis=1), 1, atol=1e-5)
    left, right = left - left.mean(0), right - right.mean(0)
    cosines = (left / np.linalg.norm(left, axis=1, keepdims=True)) @ (
        right / np.linalg.norm(right, axis=1, keepdims=True)
    ).T
    assert cosines.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_token_vectors_cover_the_text_in_order_and_an_empty_text_has_none(model: EmbeddedModel) -> None:
    text = "Она живи у Подгорици. 她住在这里。"
    (offsets, vectors), (nothing, none) = model.embedder.token_vectors([text, ""])
    assert "".join(text[a:b] for a, b in offsets) == text.replace(" ", "")
    assert vectors.shape[0] == len(offsets)
    assert (nothing, none.size) == ([], 0)


def test_neither_torch_nor_transformers_is_imported() -> None:
    code = (
        "import sys; from tqcheck.quality import load; load().estimator.estimate([('Да.', 'Yes.')], 'sr', 'en'); "
        "print({'torch', 'transformers'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


def test_a_folder_without_the_files_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"lacks words\.npy"):
        find_folder(tmp_path)


def test_the_environment_names_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TQCHECK_QUALITY_DIR", str(tmp_path))
    with pytest.raises(EngineError, match=str(tmp_path)):
        load()

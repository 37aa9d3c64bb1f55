"""What score and spans are weighed from: finite for every pair, in a fixed order, refused where a weight is missing."""

import json
from pathlib import Path

import numpy as np
import pytest

from tqcheck.errors import EngineError
from tqcheck.quality.calibration import Calibration
from tqcheck.quality.features import SENTENCE, WORD, Weighing, sentence_features, word_features
from tqcheck.quality.files import find_folder
from tqcheck.quality.network import Estimates
from tqcheck.quality.units import units


def estimates(source: int, target: int) -> Estimates:
    rng = np.random.default_rng(1)
    rows = [rng.standard_normal((count, 5)).astype(np.float32) for count in (source, target + 1)]
    return Estimates(rows[0], rows[1], rng.standard_normal(4).astype(np.float32))


@pytest.mark.parametrize(("source", "target"), [(7, 5), (0, 5), (7, 0), (0, 0)])
def test_every_pair_has_all_features(source: int, target: int) -> None:
    found = sentence_features(estimates(source, target))
    assert found.shape == (len(SENTENCE),)
    assert np.isfinite(found).all()


def test_without_a_source_nothing_is_omitted_and_the_translation_stands_for_it() -> None:
    found = dict(zip(SENTENCE, sentence_features(estimates(0, 6)), strict=True))
    assert found["source_edits"] == found["edits"]
    assert found["source_length"] == pytest.approx(np.log(6))
    assert found["omitted"] < -4
    assert found["unrendered"] < 0.05


def test_words_see_their_neighbours_and_marks_are_told_from_words() -> None:
    text = "One two, three"
    words = units(text, [(0, 3), (4, 7), (7, 8), (9, 14)])
    raw = estimates(3, 4)
    found = word_features(text, words, raw)
    error, neighbours, mark = (found[:, WORD.index(name)] for name in ("error", "neighbours", "mark"))
    assert found.shape == (4, len(WORD))
    assert neighbours[1] == pytest.approx((error[0] + error[2]) / 2)
    assert neighbours[0] == pytest.approx((error.mean() + error[1]) / 2)
    assert mark.tolist() == [0, 0, 1, 0]


def test_a_weighing_is_a_sum_and_needs_every_name() -> None:
    weighing = Weighing.read({"a": 2.0, "b": -1.0, "bias": 0.5}, ("a", "b"))
    assert weighing(np.array([[1, 1], [0, 3]], np.float32)).tolist() == [1.5, -2.5]
    with pytest.raises(KeyError):
        Weighing.read({"a": 2.0, "bias": 0.5}, ("a", "b"))


def test_a_calibration_without_its_weights_is_named(tmp_path: Path) -> None:
    stored = json.loads((find_folder() / "calibration.json").read_text(encoding="utf-8"))
    del stored["suspicion"]["edit"]
    (tmp_path / "calibration.json").write_text(json.dumps(stored), encoding="utf-8")
    with pytest.raises(EngineError, match="not a calibration"):
        Calibration.read(tmp_path)

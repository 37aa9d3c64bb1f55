"""Character labels become labels of the right word pieces."""

import gzip

import numpy as np
import pytest
from tokenizers import Tokenizer

from tqcheck.quality.files import find_folder

pytest.importorskip("torch", reason="the training pipeline needs torch")

from training.damage import Damage
from training.data import Builder, penalty_target
from training.examples import ERROR, GAP, OMITTED, Example


@pytest.fixture(scope="module")
def builder() -> Builder:
    text = gzip.decompress((find_folder() / "vocabulary.json.gz").read_bytes()).decode("utf-8")
    return Builder(Tokenizer.from_str(text))


def marked(builder: Builder, example: Example, head: int, side: str) -> str:
    ids = example.source if side == "source" else example.target
    rows = example.tokens[: len(ids)] if side == "source" else example.tokens[len(example.source) : -1]
    return builder.tokenizer.decode([int(i) for i, row in zip(ids, rows, strict=True) if row[head] == 1])


def test_an_added_phrase_is_an_error_and_nothing_else_is(builder: Builder) -> None:
    target = "The terms were clearly unacceptable to him."
    example = builder.damaged(Damage("addition", "Услови су неприхватљиви.", target, ((36, 42),)))
    assert marked(builder, example, ERROR, "target") == "to him"


def test_a_dropped_phrase_marks_the_piece_after_the_gap(builder: Builder) -> None:
    example = builder.damaged(Damage("omission", "Он купил дом вчера.", "He bought a house.", (), (17,), None))
    assert marked(builder, example, GAP, "target") == "."
    assert marked(builder, example, ERROR, "target") == ""


def test_a_gap_at_the_very_end_belongs_to_the_end_mark(builder: Builder) -> None:
    example = builder.damaged(Damage("omission", "他昨天买了房子", "他买了房子", (), (5,), None))
    assert example.tokens[-1, GAP] == 1


def test_an_omitted_source_phrase_is_marked_on_the_source(builder: Builder) -> None:
    example = builder.damaged(Damage("omission", "Он купил для них дом.", "He bought a house.", (), None, ((9, 16),)))
    assert marked(builder, example, OMITTED, "source") == "для них"
    assert (example.tokens[len(example.source) :, GAP] == -1).all()


def test_raters_become_shares_and_neutral_marks_nothing(builder: Builder) -> None:
    def rating(*spans: dict[str, object]) -> dict[str, object]:
        return {"src": "Das Haus", "mt": "The big mouse", "spans": list(spans)}

    wrong = {"start": 8, "end": 13, "severity": "major", "category": "Accuracy/Mistranslation"}
    taste = {"start": 0, "end": 3, "severity": "neutral", "category": "Style"}
    example = builder.rated("mqm", [rating(wrong), rating(taste), rating(wrong)])
    rows = example.tokens[len(example.source) : -1]
    assert rows[:, ERROR].max() == pytest.approx(2 / 3, abs=1e-3)
    assert rows[0, ERROR] == 0
    assert example.sentence[1] == pytest.approx(penalty_target(10 / 3))


def test_post_edit_tags_and_gaps_keep_to_their_words(builder: Builder) -> None:
    record = {
        "src": "Он купил дом.", "mt": "He sold house.", "mt_token_offsets": [[0, 2], [3, 7], [8, 13], [13, 14]],
        "word_tags": ["OK", "BAD", "OK", "OK"], "gap_tags": ["OK", "OK", "BAD", "OK", "OK"], "src_tags": [], "da_z": 0.5, "hter": 0.5,
    }  # fmt: skip
    example = builder.post_edited(record)
    rows = example.tokens[len(example.source) :]
    assert (
        builder.tokenizer.decode([int(i) for i, row in zip(example.target, rows, strict=False) if row[0] == 1])
        == "sold"
    )
    assert np.flatnonzero(rows[:, GAP] > 0).tolist() == [2]

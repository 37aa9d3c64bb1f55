"""TQ404 on restatements and look-alikes that it was not tuned on (corpora/restatements)."""

from corpora.measure_restatements import HERE, find, is_found
from tqcheck.bench.load_restatements import read_examples


def test_restatements_in_six_languages_and_more_are_found() -> None:
    examples = list(read_examples(HERE / "restated.md"))
    assert len({example.language for example in examples if is_found(example)}) >= 12
    assert sum(is_found(example) for example in examples) >= 20


def test_look_alikes_are_left_alone() -> None:
    assert [example.title for example in read_examples(HERE / "look_alikes.md") if find(example)] == []

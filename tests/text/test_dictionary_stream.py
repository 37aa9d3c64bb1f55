"""The packed dictionaries are read as simplemma reads them."""

import random

import pytest

from tqcheck.text.dictionary import is_known
from tqcheck.text.dictionary_stream import open_stream


@pytest.mark.parametrize("code", ["en", "fr", "bg", "fa", "id", "hi"])
def test_every_word_is_there_and_no_other(code: str) -> None:
    from simplemma.strategies.dictionaries.dictionary_factory import _load_dictionary_from_disk

    words = {key.decode() for key in _load_dictionary_from_disk(code)}
    stream = open_stream(code)
    assert stream is not None
    some = random.Random(1).sample(sorted(words), 2000)
    assert [word for word in some if word not in stream] == []
    changed = [word[:-1] + letter for word, letter in zip(some, "xqzщабв" * 300, strict=False)]
    assert [word for word in changed if (word in stream) != (word in words)] == []


def test_a_language_without_a_dictionary_knows_nothing() -> None:
    assert is_known("nước", "vi") is None
    assert is_known("water", "en") is True

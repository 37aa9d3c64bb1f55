"""Edits ask about the words that cost something, and leave sound text behind."""

import pytest

from tqcheck.engines.probing import propose
from tqcheck.engines.probing.deletion import deletions
from tqcheck.engines.probing.exchanges import exchanges, swaps
from tqcheck.model import TokenScore


def tokens(text, costly):
    """Every word costs nothing but those named, which cost eight nats each."""
    result, place = [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        result.append(TokenScore(start, place, -8.0 if word.strip(".,") in costly else -0.01))
    return result


def texts_after(text, edits):
    return [edit.apply(text) for edit in edits]


@pytest.mark.parametrize(
    ("text", "costly", "wanted"),
    [
        ("It was unacceptable to him.", "to him", "It was unacceptable."),
        ("He said, to her, that it rains.", "to her", "He said, that it rains."),
        ("Sadly they left the town.", "Sadly", "They left the town."),
        ("Он сказал ей вчера правду.", "ей вчера", "Он сказал правду."),
    ],
)
def test_costly_words_are_taken_out_and_the_rest_is_sound(text, costly, wanted):
    assert wanted in texts_after(text, deletions(text, tokens(text, costly.split()), "en"))


def test_cheap_words_are_left_alone():
    text = "The council sued the company because he may win."
    assert propose(text, tokens(text, []), "en") == []


@pytest.mark.parametrize(
    ("text", "language", "costly", "wanted"),
    [
        ("Then he left.", "en", "he", "Then she left."),
        ("He may win.", "en", "may", "He must win."),
        ("Он может прийти.", "ru", "может", "Он должен прийти."),
        ("Ona može doći.", "hr", "može", "Ona mora doći."),
        ("Ella puede venir.", "es", "puede", "Ella debe venir."),
    ],
)
def test_pronouns_and_modals_are_exchanged(text, language, costly, wanted):
    assert wanted in texts_after(text, exchanges(text, tokens(text, [costly]), language))


def test_a_word_inside_another_is_no_pronoun():
    assert exchanges("The theme here.", tokens("The theme here.", ["theme", "here"]), "en") == []


@pytest.mark.parametrize(
    ("text", "language", "costly", "wanted"),
    [
        ("Ukraine attacked Russia.", "en", "Ukraine Russia", "Russia attacked Ukraine."),
        (
            "The company Aquamar sued the town council.",
            "en",
            "company town council",
            "The town council sued the company Aquamar.",
        ),
        ("Марија је тужила Петра.", "sr", "Марија Петра", "Петра је тужила Марија."),
    ],
)
def test_participants_are_exchanged(text, language, costly, wanted):
    assert wanted in texts_after(text, swaps(text, tokens(text, costly.split()), language))


@pytest.mark.parametrize(
    ("text", "language", "costly"),
    [
        ("La directora de la biblioteca, Denise Okafor, habló.", "es", "directora biblioteca Denise Okafor"),
        ("A safe, positive and empowered town.", "en", "safe positive empowered town"),
    ],
)
def test_lists_and_appositions_have_no_roles_to_exchange(text, language, costly):
    edits = swaps(text, tokens(text, costly.split()), language)
    assert not any("," in edit.replacement or " and " in edit.replacement for edit in edits)

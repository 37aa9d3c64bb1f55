"""Edits ask about the words that cost something, and leave sound text behind."""

import pytest

from tqcheck.engines.probing import propose
from tqcheck.engines.probing.deletion import deletions
from tqcheck.engines.probing.exchanges import exchanges, swaps
from tqcheck.engines.probing.negations import negations
from tqcheck.engines.probing.restored import restored
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
    assert propose(text, text, tokens(text, []), "en") == []


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


@pytest.mark.parametrize(
    ("text", "language", "costly", "wanted"),
    [
        ("He did not resign.", "en", "not", "He did resign."),
        ("He didn't resign.", "en", "didn't", "He did resign."),
        ("He cannot win.", "en", "cannot", "He can win."),
        ("Nobody came.", "en", "Nobody", "Came."),
        ("O hospital não abriu.", "pt", "não", "O hospital abriu."),
        ("Il n'est pas venu.", "fr", "n'est pas", "Il est venu."),
        ("Он не пришёл.", "ru", "не", "Он пришёл."),
        ("他没有来", "zh", "他没有来", "他来"),
    ],
)
def test_a_costly_negation_is_taken_out(text, language, costly, wanted):
    assert wanted in texts_after(text, negations(text, tokens(text, costly.split()), language))


@pytest.mark.parametrize("text", ["He did not resign.", "There is nothing notable."])
def test_a_cheap_negation_stays_and_a_word_that_begins_like_one_is_none(text):
    assert negations(text, tokens(text, ["notable"]), "en") == []


@pytest.mark.parametrize(
    ("read", "text", "costly", "wanted"),
    [
        (
            "Em Lisboa, Marta Nogueira riu.",
            "In Lisbon, Marta Carvalho laughed.",
            "Carvalho",
            "In Lisbon, Marta Nogueira laughed.",
        ),
        ("Custou 1.250 euros.", "It cost 1,350 euros.", "1,350", "It cost 1.250 euros."),
        ("В Москве было 12 человек.", "In Moscow there were 21 people.", "21", "In Moscow there were 12 people."),
    ],
)
def test_a_name_or_figure_is_set_to_the_source_s(read, text, costly, wanted):
    assert wanted in texts_after(text, restored(read, text, tokens(text, [costly]), "en"))


@pytest.mark.parametrize(
    ("read", "text", "costly"),
    [
        ("Foi a Lisboa.", "He went to Lisboa.", "Lisboa"),
        ("Custou 1.250 euros.", "It cost 1,250 euros.", "1,250"),
        ("Он был в Москве.", "He was in Kyiv.", "Kyiv"),
        ("Riu muito.", "Laughter was heard.", "Laughter"),
    ],
)
def test_what_the_source_has_is_left_alone_and_so_is_what_no_copy_could_mend(read, text, costly):
    assert restored(read, text, tokens(text, [costly]), "en") == []


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

"""From probes to readings: what both sides gain by is one, unless the word is rendered, a synonym, or the source's own."""

import pytest

from tqcheck.checks.probes import read_source, read_translation
from tqcheck.model import Article, Document, Evidence, Likelihood, Link, Pair, Probe, Run, Segment, Span, TokenScore


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def place(text, words):
    return text.index(words), text.index(words) + len(words)


def read(
    source, target, words, replacement="", kind="delete", *, gain=30.0, support=12.0, linked=(), target_language="en"
):
    """The readings of a pair whose one probe replaces `words`; `linked` ties a word of the translation to one of the source."""
    start, end = place(target, words)
    probe = Probe(kind=kind, start=start, end=end, replacement=replacement, gain=gain, support=support)
    links = tuple(
        Link(Span(*place(source, one)), Span(*place(target, other)), strength) for one, other, strength in linked
    )
    pair = Pair(
        source=segment(source),
        target=segment(target),
        source_language="pt",
        target_language=target_language,
        evidence=Evidence(likelihood=Likelihood(tokens=(), total=0.0, signature="t", probes=(probe,)), links=links),
    )
    return [(item.kind, target[item.start : item.end]) for item in read_translation(pair, None)]


PLAN = "O plano foi adiado.", "The plan was postponed by the government."


def test_words_that_nothing_renders_are_an_addition():
    assert read(*PLAN, " by the government") == [("delete", "by the government")]


def test_words_linked_to_the_source_are_none():
    assert read(*PLAN, " by the government", linked=[("plano", "government", 0.5)]) == []


@pytest.mark.parametrize(("gain", "support"), [(5.0, 12.0), (30.0, -5.0), (30.0, None)])
def test_both_sides_must_gain(gain, support):
    assert read(*PLAN, " by the government", gain=gain, support=support) == []


def test_a_pronoun_that_goes_against_the_models_bias_needs_less():
    assert read(
        "No início, conta, riu.", "At first, he says, she laughed.", "he", "she", "gender", gain=3.5, support=6.0
    )
    assert not read(
        "No início, conta, riu.", "At first, she says, he laughed.", "she", "he", "gender", gain=3.5, support=6.0
    )
    assert read("Конта.", "Тогда он ушёл.", "он", "она", "gender", gain=3.5, support=6.0, target_language="ru")


def test_what_the_model_would_copy_from_the_source_is_no_expectation():
    assert read("O scaffold serve.", "The framework serves.", "framework", "scaffold", "word") == []


def test_a_name_that_stands_in_the_source_is_no_slip():
    assert read("Goma é segura.", "Goma is safe.", "Goma", "Rubber", "word") == []


def test_a_word_with_a_distant_link_is_weaker():
    start, end = place("They find mates.", "mates")
    probe = Probe(kind="word", start=start, end=end, replacement="partners", gain=60.0, support=40.0)
    strengths = []
    for strength in (0.2, 0.45):
        link = Link(Span(*place("Acham parceiros.", "parceiros")), Span(start, end), strength)
        evidence = Evidence(likelihood=Likelihood(tokens=(), total=0.0, signature="t", probes=(probe,)), links=(link,))
        pair = Pair(
            source=segment("Acham parceiros."),
            target=segment("They find mates."),
            source_language="pt",
            target_language="en",
            evidence=evidence,
        )
        strengths += [item.strength for item in read_translation(pair, None)]
    assert strengths[0] > strengths[1] > 0


@pytest.mark.parametrize(("lost", "found"), [("na margem sul", True), ("que o", False)])
def test_an_omission_has_content_words(lost, found):
    source = "O plano que o grupo fez na margem sul."
    start, end = place(source, lost)
    probe = Probe(kind="delete", start=start, end=end, replacement="", gain=60.0, support=12.0)
    pair = Pair(
        source=segment(source),
        target=segment("The group's plan."),
        source_language="pt",
        target_language="en",
        evidence=Evidence(reverse=Likelihood(tokens=(), total=0.0, signature="t", probes=(probe,))),
    )
    assert bool(read_source(pair, None)) is found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Fica a 40 quilómetros.", "It is 25 miles away.", False),
        ("Fica a 40 quilómetros.", "It is 25 kilometres away.", True),
    ],
)
def test_a_converted_figure_is_no_wrong_one(source, target, found):
    assert bool(read(source, target, "25", "40", "figure")) is found


@pytest.mark.parametrize(("said", "expected"), [("Insects", "The"), ("There", "We"), ("Ürümqi", "Urumchi")])
def test_another_construction_and_another_spelling_of_a_name_are_no_slip(said, expected):
    assert read("Los casos crecen.", f"{said} cases are on the rise.", said, expected, "word") == []


@pytest.mark.parametrize(
    ("link", "linked", "alone"), [(0.8, (), True), (0.3, (), False), (0.8, (("casas", "roads", 0.5),), False)]
)
def test_a_word_that_renders_nothing_where_another_would_stands_alone(link, linked, alone):
    source, target = "As casas arderam.", "The roads burned."
    start, end = place(target, "roads")
    probe = Probe(kind="word", start=start, end=end, replacement="houses", gain=40.0, support=30.0, link=link)
    links = tuple(
        Link(Span(*place(source, one)), Span(*place(target, other)), strength) for one, other, strength in linked
    )
    evidence = Evidence(likelihood=Likelihood(tokens=(), total=0.0, signature="t", probes=(probe,)), links=links)
    pair = Pair(
        source=segment(source), target=segment(target), source_language="pt", target_language="en", evidence=evidence
    )
    assert [reading.alone for reading in read_translation(pair, None)] == [alone]


def strength_in(cost):
    """The strength of an addition in an article whose words cost so many nats each."""
    source, target = PLAN
    start, end = place(target, " by the government")
    probe = Probe(kind="delete", start=start, end=end, replacement="", gain=16.0, support=4.0)
    tokens = tuple(TokenScore(index, index + 1, -cost) for index in range(5))
    pairs = tuple(
        Pair(
            source=segment(source),
            target=segment(target),
            source_language="pt",
            target_language="en",
            evidence=Evidence(
                likelihood=Likelihood(tokens=tokens, total=-5 * cost, signature="t", probes=() if number else (probe,)),
                links=(),
            ),
        )
        for number in range(9)
    )
    document = Document(path="a", text="", blocks=(), format="plain")
    article = Article(translation=document, source=document, source_language="pt", target_language="en", pairs=pairs)
    return read_translation(pairs[0], article)[0].strength


def test_an_edit_is_held_against_the_article_s_own_freedom():
    assert strength_in(2.8) < strength_in(0.7)

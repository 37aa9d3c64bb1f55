"""What comes back from the translation speaks for or against an edit, each engine by itself."""

import pytest

from tqcheck.checks.carried_words import count_exchanged, count_lacking
from tqcheck.model import Diagnostics, Evidence, Likelihood, Link, Pair, Probe, Run, Segment, Span, Translation


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def back(text, language="pt", *, sound=True):
    return Translation(text=text, language=language, signature="t", diagnostics=Diagnostics(truncated=not sound))


def pair(source, target, links, *backs, languages=("pt", "en")):
    """A pair whose scorer links words as named; `backs` came back from one or two engines."""
    found = tuple(
        Link(
            Span(source.index(one), source.index(one) + len(one)),
            Span(target.index(other), target.index(other) + len(other)),
        )
        for one, other in links
    )
    first, second = [*backs, None, None][:2]
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=languages[0],
        target_language=languages[1],
        evidence=Evidence(
            back=first, second=second, likelihood=Likelihood(tokens=(), total=0.0, signature="t", links=found)
        ),
    )


def word(target, said, expected="", kind="word"):
    start = target.index(said)
    return Probe(kind=kind, start=start, end=start + len(said), replacement=expected, gain=20.0, support=9.0)


SOURCE, GIVEN = "As colheitas falharam no vale.", "The elections failed in the valley."
LINKS = [("colheitas", "elections"), ("vale", "valley")]


@pytest.mark.parametrize(
    ("backs", "wanted"),
    [
        ((), 0),
        ((back("As colheitas falharam."),), 0),
        ((back("A colheita falhou."),), 0),  # another form of the word
        ((back("As eleições falharam no vale."),), 1),
        ((back("As eleições falharam no vale."), back("As colheitas falharam no vale.")), 1),
        ((back("As eleições falharam no vale."), back("Falharam as eleições.")), 2),
        ((back("As eleições", sound=False),), 0),
    ],
)
def test_each_engine_that_carries_back_another_word_counts(backs, wanted):
    assert count_lacking(pair(SOURCE, GIVEN, LINKS, *backs), word(GIVEN, "elections", "harvests"), lost=False) == wanted


def test_lost_words_of_the_source_are_looked_for_themselves():
    source, given = "Chegaram ontem com a mulher e os filhos.", "They arrived yesterday."
    lost = word(source, "com a mulher e os filhos", kind="delete")
    assert count_lacking(pair(source, given, [], back("Chegaram ontem.")), lost, lost=True) == 1
    assert count_lacking(pair(source, given, [], back("Chegaram com a mulher e os filhos.")), lost, lost=True) == 0


@pytest.mark.parametrize(
    ("returned", "wanted"),
    [
        (("Os moradores avisaram a polícia.",), 1),
        (("Os moradores avisaram a polícia.", "Os moradores advertiram a polícia."), 2),
        (("A polícia avisou os moradores.",), 0),
        (("Alguém avisou alguém.",), 0),
    ],
)
def test_participants_that_come_back_the_other_way_round_count(returned, wanted):
    source, given = "A polícia avisou os moradores.", "The residents warned the police."
    links = [("polícia", "residents"), ("avisou", "warned"), ("moradores", "police")]
    swap = word(given, "The residents warned the police", "The police warned the residents", "swap")
    assert count_exchanged(pair(source, given, links, *map(back, returned)), swap) == wanted


@pytest.mark.parametrize(("returned", "wanted"), [("Пекарня открыта.", 1), ("Больницу открыли.", 0)])
def test_another_script_and_its_cases(returned, wanted):
    source, given = "Больница открыта.", "The bakery is open."
    found = pair(source, given, [("Больница", "bakery")], back(returned, "ru"), languages=("ru", "en"))
    assert count_lacking(found, word(given, "bakery"), lost=False) == wanted

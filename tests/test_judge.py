"""Hits become findings with file offsets; a crash is said and never a pass; one cause gives one finding."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tqcheck.checks.calibration import calibrate
from tqcheck.config import Plan
from tqcheck.judge import judge_article
from tqcheck.model import Article, Document, Finding, Hit, Pair, Run, Segment, Span
from tqcheck.pipeline import assemble, report_document
from tqcheck.registry import Check, Context, check

TEXT = "<p>Ten &amp; two.</p>"
TARGET = Segment(text="Ten & two.", runs=(Run(0, 4, 3, 4), Run(4, 1, 7, 5), Run(5, 5, 12, 5)))


def article(*pairs: Pair) -> Article:
    document = Document(path="a.html", text=TEXT, blocks=(TARGET,), format="html")
    return Article(translation=document, source=None, source_language="de", target_language="en", pairs=pairs)


PAIR = Pair(source=None, target=TARGET, source_language="de", target_language="en")


@check("TQ305", "glued-words", category="style", severity="minor", silenced_by=("TQ203",))
def find_ampersand(pair: Pair, context: Context) -> Iterable[Hit]:
    return [Hit(start=4, end=5, message="an ampersand")]


@check("TQ203", "untranslated", category="accuracy/untranslated", severity="major")
def find_all(pair: Pair, context: Context) -> Iterable[Hit]:
    return [Hit(start=0, end=10, message="everything")]


@check("TQ101", "number-mismatch", category="accuracy/number", severity="major")
def crash(pair: Pair, context: Context) -> Iterable[Hit]:
    raise ValueError("no such number")


def judge(*checks: Check, plan: Plan | None = None) -> tuple[Finding, ...]:
    return judge_article(article(PAIR), {item.code: item for item in checks}, plan or Plan())


def test_a_hit_on_an_entity_covers_the_entity_in_the_file() -> None:
    (finding,) = judge(find_ampersand)
    assert finding.span == Span(7, 12)
    assert finding.text == "&amp;"
    assert finding.segment == 0


def test_a_crash_is_a_finding_and_the_other_checks_still_run() -> None:
    codes = [finding.code for finding in judge(crash, find_ampersand)]
    assert codes == ["TQ902", "TQ305"]


def test_a_crash_makes_the_run_incomplete() -> None:
    report = assemble([report_document(article(PAIR), (), {"TQ101": crash}, Plan(), ())], (), (), Plan())
    assert report.verdict == "incomplete"


def test_a_consequence_is_dropped_with_its_cause_there() -> None:
    assert [finding.code for finding in judge(find_all, find_ampersand)] == ["TQ203"]


def test_a_severity_override_wins() -> None:
    (finding,) = judge(find_ampersand, plan=Plan(severities=(("TQ305", "critical"),)))
    assert finding.severity == "critical"


def test_fingerprints_are_stable_and_tell_equals_apart() -> None:
    twice = article(PAIR, PAIR)
    checks = {"TQ305": find_ampersand}
    first, second = (judge_article(twice, checks, Plan()) for _ in range(2))
    assert first == second
    assert all(finding.fingerprint for finding in first)


def test_an_omission_stands_at_the_gap_with_its_source() -> None:
    source = Segment(text="Zehn.", runs=(Run(0, 5, 0, 5),))

    @check("TQ201", "omission", category="accuracy/omission", severity="major")
    def omitted(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=0, end=0, message="missing", source=(0, 5))] if pair.target is None else []

    gap = Pair(source=source, target=None, source_language="de", target_language="en", anchor=17)
    document = Document(path="a.html", text=TEXT, blocks=(TARGET,), format="html")
    original = Document(path="a.de.txt", text="Zehn.", blocks=(source,), format="text")
    subject = Article(
        translation=document, source=original, source_language="de", target_language="en", pairs=(PAIR, gap)
    )
    (finding,) = judge_article(subject, {"TQ201": omitted}, Plan())
    assert (finding.span, finding.source_span, finding.source_text) == (Span(17, 17), Span(0, 5), "Zehn.")


def test_two_witnesses_of_one_error_are_one_surer_finding() -> None:
    @check("TQ404", "restated-differently", category="accuracy/addition", severity="major", silenced_by=("TQ203",))
    def see_it_too(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=0, end=10, message="again", confidence=0.8, evidence=(("other", "there"),))]

    (finding,) = judge(find_all, see_it_too)
    assert (finding.code, finding.evidence) == ("TQ203", (("other", "there"),))
    assert finding.confidence > max(calibrate("TQ203", 0.9), calibrate("TQ404", 0.8))


def test_a_doubtful_finding_is_minor_unless_the_plan_says_how_heavy() -> None:
    @check("TQ999", "doubtful", category="accuracy", severity="critical", confidence=0.3)
    def doubtful(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=0, end=3, message="perhaps")]

    (finding,) = judge(doubtful)
    assert finding.severity == "minor"
    (finding,) = judge(doubtful, plan=Plan(severities=(("TQ999", "major"),)))
    assert finding.severity == "major"


def test_of_two_that_explain_each_other_the_surer_stays_and_is_heavy_once_both_were_heard() -> None:
    @check("TQ997", "rule", category="accuracy", severity="major", silenced_by=("TQ998",))
    def rule(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=4, end=5, message="a rule", confidence=0.6)]

    @check("TQ998", "probe", category="accuracy", severity="critical", silenced_by=("TQ997",))
    def probe(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=4, end=5, message="a probe", confidence=0.7)]

    (alone,) = judge(probe)
    assert alone.severity == "minor"
    for checks in ((rule, probe), (probe, rule)):
        (finding,) = judge(*checks)
        assert (finding.message, finding.severity) == ("a probe", "critical")
        assert finding.confidence == pytest.approx(0.88)


def test_a_hint_silences_nothing_that_is_surer() -> None:
    @check("TQ998", "rule", category="accuracy", severity="major", silenced_by=("TQ997",))
    def rule(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=4, end=5, message="a rule", confidence=0.8)]

    @check("TQ997", "hint", category="accuracy", severity="major")
    def hint(pair: Pair, context: Context) -> Iterable[Hit]:
        return [Hit(start=0, end=6, message="a hint", confidence=0.2, severity="minor")]

    assert {finding.message for finding in judge(rule, hint)} == {"a rule", "a hint"}


@check("TQ601", "mistranslation", category="accuracy/mistranslation", severity="major")
def model_and_table(pair: Pair, context: Context) -> Iterable[Hit]:
    yield Hit(start=0, end=5, message="the model suspects", confidence=0.7)
    yield Hit(start=4, end=5, message="a table knows", confidence=0.9, witness="idiom")


def test_a_witness_that_knows_why_speaks_for_the_model_and_keeps_its_own_strength() -> None:
    (finding,) = judge(model_and_table)
    assert (finding.message, finding.witness_key) == ("a table knows", "TQ601/idiom")
    assert finding.confidence == calibrate("TQ601", 0.9, "idiom")

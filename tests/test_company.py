"""Findings that speak for each other: what many others change, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

import tqcheck
from tqcheck.company import MANY, ratio, read_company
from tqcheck.model import Finding, Span


def finding(segment: int, confidence: float) -> Finding:
    return Finding(
        code="TQ601",
        name="mistranslation",
        category="accuracy/mistranslation",
        severity="major",
        confidence=confidence,
        message="",
        segment=segment,
        span=Span(segment, segment + 1),
        text="x",
    )


def test_a_finding_says_more_the_surer_it_is() -> None:
    assert 0 < ratio(0.1) < ratio(0.5) < ratio(0.9)


def test_a_lone_finding_has_no_company() -> None:
    alone = finding(3, 0.9)
    assert read_company([alone], 400).of(alone) == 0


def test_what_stands_in_the_same_segment_is_no_company() -> None:
    first = finding(3, 0.6)
    assert read_company([first, finding(3, 0.6)], 400).of(first) == 0


def test_many_others_make_company_in_a_short_text_and_not_in_a_long_one() -> None:
    found = [finding(number, 0.6) for number in range(9)]
    assert read_company(found, 400).of(found[0]) > MANY
    assert not read_company(found, 5000).has_many(found[0])


@pytest.mark.parametrize("confidence", [0.02, 0.09])
def test_what_is_hidden_and_what_is_neutral_say_nothing(confidence: float) -> None:
    first = finding(1, 0.5)
    neutral = replace(finding(5, 0.9), severity="neutral")
    assert read_company([first, finding(2, confidence), neutral], 300).of(first) == 0


def test_a_doubtful_finding_is_major_in_a_text_that_is_wrong_throughout() -> None:
    source = "\n\n".join(f"The tower is {number} metres high and was built in 18{number}." for number in range(31, 49))
    wrong = "\n\n".join(
        f"Der Turm ist {number + 7} Meter hoch und wurde 18{number + 3} gebaut." for number in range(31, 49)
    )
    source += "\n\nShe signed the letter before she left the house."
    extra = "\n\nSie unterschrieb den Brief, nachdem sie das Haus verließ."
    right = wrong.split("\n\n")
    for number in range(31, 49):
        right[number - 31] = f"Der Turm ist {number} Meter hoch und wurde 18{number} gebaut."
    alone, among = (
        {
            found.severity
            for found in tqcheck.check(
                text + extra, source, source_language="en", target_language="de", format="txt", engine="none"
            )
            .documents[0]
            .findings
            if found.witness == "opposite"
        }
        for text in ("\n\n".join(right), wrong)
    )
    assert alone == {"minor"}
    assert among == {"major"}

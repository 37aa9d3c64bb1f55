"""Broken machine output is recognised by its looks; ordinary output is not accused."""

import pytest

from tqcheck.engines.watchdog import diagnose, merge

LONG = (
    "The committee will meet again on Monday to discuss the budget for the next year and the new members of the board."
)


@pytest.mark.parametrize(
    ("source", "output", "fault"),
    [
        ("The dog barks.", "", "empty"),
        (LONG, "a comissão " * 12, "loop"),
        ("狗叫了。", "的的的的的的的的的的的的", "loop"),
        (
            "Der Präsident hat gestern gesagt, dass er nicht kommen will.",
            "Der Pr hat gestern gesagt, dass er nicht kommen vai.",
            "copied",
        ),
    ],
)
def test_damage_is_named(source, output, fault):
    report = diagnose(source, output)
    assert report.degenerate == fault
    assert not report.sound


def test_a_dropped_rest_is_truncation():
    assert diagnose(LONG, "A comissão.").truncated


@pytest.mark.parametrize(
    ("source", "output"),
    [
        (
            LONG,
            "A comissão vai reunir-se de novo na segunda-feira para discutir o orçamento do próximo ano e os novos membros.",
        ),
        ("Ha ha ha ha ha ha, he said.", "Ha ha ha ha ha ha, disse ele."),
        ("O hospital central de Lisboa", "The central hospital of Lisbon"),
        ("委员会将于星期一再次开会，讨论明年的预算以及董事会的新成员和其他几项重要事务。", LONG),
        (LONG, "委员会将于星期一再次开会，讨论明年的预算和董事会的新成员。"),
        ("Lisboa", "Lisboa"),
    ],
)
def test_sound_output_is_not_accused(source, output):
    assert diagnose(source, output).sound


def test_shares_of_pieces_are_weighted_by_length():
    report = merge([(30, diagnose("Um dois três quatro", "")), (10, diagnose("bom dia", "good day"))])
    assert report.failed == 0.75

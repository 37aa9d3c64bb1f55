"""The gate: what is sure stops a document, and so do findings of which one is surely right."""

from __future__ import annotations

import pytest

from tqcheck.gate import stopping


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([("major", 0.9)], [True]),
        ([("major", 0.89)], [False]),
        ([("major", 0.8), ("major", 0.8)], [True, True]),
        ([("major", 0.75), ("critical", 0.75), ("minor", 0.95)], [True, True, False]),
        ([("major", 0.8), ("minor", 0.99)], [False, False]),
        ([("major", 0.7)] * 9, [False] * 9),
        ([("major", 0.95), ("major", 0.89), ("major", 0.5)], [True, False, False]),
        ([], []),
    ],
)
def test_a_document_stops_where_one_of_its_errors_is_surely_there(findings, expected):
    assert stopping(findings, "major", 0.9) == expected


def test_many_hints_are_no_proof_and_never_is_never():
    assert not any(stopping([("minor", 0.6)] * 50, "minor", 0.9))
    assert not any(stopping([("critical", 0.99)] * 3, "never", 0.9))


def test_a_lower_bound_counts_each_by_itself():
    assert stopping([("major", 0.6), ("major", 0.4)], "major", 0.5) == [True, False]

"""The JSON contract: positions, order, optional fields, and its schema."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, NotRequired, get_origin, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from tests.render.reports import BACK, SOURCE, TRANSLATION, small_report
from tqcheck.errors import ReadError
from tqcheck.render import payload as shapes
from tqcheck.render.contract import to_payload
from tqcheck.render.json import read, render

SCHEMA: dict[str, Any] = json.loads((files("tqcheck.render") / "schema" / "report-1.json").read_text("utf-8"))


@pytest.fixture
def payload() -> Any:
    return json.loads(render(to_payload(small_report())))


def by_code(payload: Any, code: str) -> Any:
    return next(finding for finding in payload["documents"][0]["findings"] if finding["code"] == code)


def test_it_validates_against_the_shipped_schema(payload: Any) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(payload)


def test_the_schema_refuses_what_the_contract_forbids(payload: Any) -> None:
    payload["documents"][0]["findings"][0]["severity"] = "blocker"
    del payload["documents"][0]["findings"][1]["span"]["line"]
    assert len(list(Draft202012Validator(SCHEMA).iter_errors(payload))) == 2


@pytest.mark.parametrize(
    ("definition", "shape"),
    [
        ("finding", shapes.FindingPayload),
        ("segment", shapes.SegmentPayload),
        ("document", shapes.DocumentPayload),
        ("span", shapes.SpanPayload),
        ("score", shapes.ScorePayload),
        ("rule", shapes.RulePayload),
        ("highlight", shapes.HighlightPayload),
    ],
)
def test_schema_and_types_name_the_same_fields(definition: str, shape: Any) -> None:
    described = SCHEMA["$defs"][definition]
    hints = get_type_hints(shape, include_extras=True)
    assert set(described["properties"]) == set(hints)
    assert set(described["required"]) == {name for name, hint in hints.items() if get_origin(hint) is not NotRequired}


def test_offsets_count_code_points_of_the_unchanged_file(payload: Any) -> None:
    span = by_code(payload, "TQ101")["span"]
    assert TRANSLATION[span["start"] : span["end"]] == span["text"] == "38,000"
    assert (span["line"], span["column"], span["end_line"], span["end_column"]) == (2, 21, 2, 27)
    source = by_code(payload, "TQ101")["source_span"]
    assert SOURCE[source["start"] : source["end"]] == source["text"] == "3.800"


def test_an_omission_is_a_gap_with_its_text_in_the_source(payload: Any) -> None:
    omission = by_code(payload, "TQ201")
    assert omission["span"]["start"] == omission["span"]["end"]
    assert omission["span"]["text"] == ""
    assert omission["source_span"]["text"] == "Ninguém ficou ferido."
    assert [mark["side"] for mark in omission["highlights"]] == ["translation", "source"]


def test_a_finding_about_the_document_has_no_segment(payload: Any) -> None:
    whole = by_code(payload, "TQ801")
    assert whole["segment"] is None
    assert whole["span"]["end"] == 0
    assert whole["highlights"] == []


def test_highlights_are_view_offsets_of_the_segments(payload: Any) -> None:
    segments = payload["documents"][0]["segments"]
    shown = {
        (
            mark["role"],
            segments[mark["segment"]]["source" if mark["side"] == "source" else "text"][mark["start"] : mark["end"]],
        )
        for code in ("TQ101", "TQ404")
        for mark in by_code(payload, code)["highlights"]
    }
    assert shown == {("span", "38,000"), ("source", "3.800"), ("span", "to him"), ("related", "The government")}


def test_context_is_the_line_with_the_span_in_it(payload: Any) -> None:
    context = by_code(payload, "TQ101")["context"]
    assert context["text"] == "The government sent 38,000 soldiers 🪖 north."
    assert context["text"][context["start"] : context["end"]] == "38,000"


def test_differences_of_the_back_translation_are_word_ranges(payload: Any) -> None:
    segment = payload["documents"][0]["segments"][1]
    words = [(BACK[b0:b1], segment["source"][s0:s1]) for (b0, b1), (s0, s1) in segment["differences"]]
    assert words == [("mandou 38.000", "enviou 3.800")]


def test_findings_are_sorted_by_position_whatever_their_order(payload: Any) -> None:
    starts = [finding["span"]["start"] for finding in payload["documents"][0]["findings"]]
    assert starts == sorted(starts)
    assert len(starts) == 4


def test_numbers_are_rounded_so_that_two_machines_agree(payload: Any) -> None:
    assert payload["documents"][0]["segments"][1]["quality"] == 0.4123
    assert payload["documents"][0]["score"]["metrics"]["chrf++"]["value"] == 61.2346


def test_same_report_same_bytes_and_a_round_trip() -> None:
    first, second = render(to_payload(small_report())), render(to_payload(small_report()))
    assert first == second
    assert render(read(first, "report.json")) == first


@pytest.mark.parametrize("data", ["{", "[]", '{"schema": "tqcheck-report/9"}'])
def test_what_is_no_report_is_refused_by_name(data: str) -> None:
    with pytest.raises(ReadError, match=r"report\.json"):
        read(data, "report.json")


def test_lone_surrogates_do_not_break_the_output() -> None:
    payload = to_payload(small_report())
    payload["documents"][0]["path"] = "a\udcff.txt"
    assert json.loads(render(payload).encode())["documents"][0]["path"] == "a\udcff.txt"

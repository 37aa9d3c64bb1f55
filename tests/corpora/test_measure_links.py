"""Words whose partner is known without a model."""

from __future__ import annotations

from corpora.measure_links import find_anchors


def test_weekdays_months_and_names_in_another_alphabet_are_anchors() -> None:
    source = "On Monday Gould-Davies told Reuters in March that Petrov had left."
    target = "В понедельник Гулд-Дэвис сказал «Рейтер» в марте, что Петров ушёл."
    found = [
        (kind, source[one.start : one.end], target[other.start : other.end])
        for kind, one, other in find_anchors(source, target, "ru")
    ]
    assert ("weekday or month", "Monday", "понедельник") in found
    assert ("weekday or month", "March", "марте") in found
    assert any(kind == "name" and one.startswith("Gould") for kind, one, _ in found)


def test_a_weekday_that_stands_twice_is_no_anchor() -> None:
    assert not list(find_anchors("On Monday or the Monday after", "am Montag oder am Montag danach", "de"))


def test_names_in_the_same_alphabet_are_no_anchors() -> None:
    assert not list(find_anchors("Gould-Davies left", "Gould-Davies ging", "de"))

"""What the forms of the source, and the links between pronouns, say of the sex of "he" and "she"."""

from __future__ import annotations

import pytest

from tqcheck.model import Link, Span
from tqcheck.text.gender_told import find_linked_otherwise, find_told_otherwise


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        ("До самой смерти отрицала это.", "He denied it until the end.", "ru", True),
        ("До самой смерти отрицала это.", "She denied it until the end.", "ru", False),
        ("Школа закрылась, и он плакал.", "The school closed, and he wept.", "ru", False),
        ("Ему нравилась школа.", "He liked the school.", "ru", False),
        ("Тітка зі мною не розмовляла.", "He did not speak to me.", "uk", True),
        ("La alcaldesa fue a buscarlo.", "The mayor went to fetch him.", "es", False),
        ("La alcaldesa fue a buscarla.", "The mayor went to fetch him.", "es", True),
        ("La sorella è andata a prenderlo.", "She went to fetch him.", "it", False),
        ("Sa sœur ne savait pas nager.", "He could not swim.", "fr", True),
        ("Sa sœur ne savait pas nager.", "His sister could not swim.", "fr", False),
    ],
)
def test_forms_of_the_source(source: str, target: str, language: str, found: bool) -> None:
    assert (find_told_otherwise(source, target, language) is not None) == found


def test_links_between_pronouns() -> None:
    texts = "In the end it was she who found it.", "В конце концов нашёл его он."
    links = [Link(Span(18, 21), Span(25, 27), 0.6)]
    assert find_linked_otherwise(texts, ("en", "ru"), ("female", "male"), links) is not None
    better = [*links, Link(Span(15, 17), Span(25, 27), 0.7)]
    assert find_linked_otherwise(texts, ("en", "ru"), ("female", "male"), better) is None
    assert find_linked_otherwise(texts, ("en", "ru"), ("female", "male"), []) is None

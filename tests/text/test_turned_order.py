"""A word between two things that change places: another way to say the same, where an error leaves them in place."""

from __future__ import annotations

import pytest

from tqcheck.text.opposites import find_oppositions


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (
            "He tapped the ball to his left before scooping a shot toward the far post.",
            "Topu hafifçe soluna aldıktan sonra uzak direğe doğru şut çekti.",
            "tr",
        ),
        (
            "The striker heeled a pass back to Kovacic, before spinning off near midfield and sprinting into the half.",
            "مهاجم بعد از چرخش در نزدیکی نیمه میدان، به سرعت خود را به نیمه زمین رساند و توپ را به کواچیچ پاس داد.",
            "fa",
        ),
    ],
)
def test_what_comes_before_may_be_said_after(source, target, language):
    assert not [found for found in find_oppositions(source, target, "en", language) if found.axis == "order"]


def test_things_that_stay_in_place_make_it_an_error():
    (found,) = find_oppositions(
        "The plane landed before the storm.", "Das Flugzeug landete nach dem Sturm.", "en", "de"
    )
    assert (found.meant, found.said) == ("before", "after")

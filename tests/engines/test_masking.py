"""What must survive a translation is taken out before and put back exactly."""

import pytest

from tqcheck.engines.masking import mask, unmask

TEXTS = [
    "I love 😀 it and <b>red</b> text",
    "{count} files at a@b.com and https://x.org/a?b=c.",
    "👍🏽🇷🇸 100% of %s and %d%%, see `rm -rf`.",
    "a😀b",
    "x\x00y and \ud800",
    "Q1Z stands here for {a}",
    "${HOME}/x &nbsp; 1️⃣ one",
    "Привет, %1$s! Зайдите на https://пример.рф/а.",
    "你好 {name}，请看 <a href='x'>这里</a>。",
    "<b>only</b>",
    "",
    "   ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_model_that_changes_nothing_gives_the_text_back(text):
    masked = mask(text)
    assert unmask(masked, masked.text) == (text, ())


def test_stretches_at_the_ends_never_reach_the_model():
    masked = mask("<p>😀 Good morning, {name}</p>")
    assert (masked.text, masked.head, masked.tail) == ("Good morning,", "<p>😀 ", " {name}</p>")


def test_codes_move_with_the_words():
    masked = mask("The red {car} stops.")
    assert unmask(masked, "O carro Q0Z vermelho para.") == ("O carro {car} vermelho para.", ())


def test_a_lost_code_is_told_and_a_repeated_one_is_put_back_once():
    masked = mask("Send {a} and {b} now")
    text, lost = unmask(masked, "Envie Q0Z e Q0Z agora")
    assert text == "Envie {a} e agora"
    assert lost == ("{b}",)


@pytest.mark.parametrize(
    "text", ["50% discount on 3 < 5", "AT&T and C# rose 2.5 %", "5% see", "(c) © 2024, § 7", "the @ sign"]
)
def test_ordinary_text_is_left_alone(text):
    assert mask(text).text == text

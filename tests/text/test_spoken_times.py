"""Times of day in words are read in every language of the table, and only times are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.text.spoken_times import day_times, differing_times
from tqcheck.text.tables import table

SIX_THIRTY = {
    "en": "half past six",
    "de": "halb sieben",
    "nl": "half zeven",
    "sv": "halv sju",
    "fr": "six heures et demie",
    "es": "a las seis y media",
    "pl": "wpół do siódmej",
    "cs": "půl sedmé",
    "sr": "pola sedam",
    "ru": "в половине седьмого",
    "uk": "пів на сьому",
    "tr": "saat altı buçuk",
    "fi": "puoli seitsemältä",
    "hu": "fél hét",
    "ar": "السادسة والنصف",
    "he": "בשעה שש וחצי",
    "hi": "साढ़े छह बजे",
    "zh": "六点半",
    "ja": "六時半",
    "ko": "여섯 시 반",
}
LANGUAGES = sorted(table("spoken_times"))


@pytest.mark.parametrize("language", SIX_THIRTY)
def test_half_past_six_is_half_past_six(language: str) -> None:
    assert [time.minutes for time in day_times(SIX_THIRTY[language], language)] == [frozenset({6 * 60 + 30})]


@pytest.mark.parametrize("text", ["five to ten people", "ten to twelve weeks", "past six houses", "the half of seven"])
def test_what_only_counts_is_no_time(text: str) -> None:
    assert day_times(text, "en") == ()


def test_words_answer_figures_on_either_clock() -> None:
    assert differing_times(day_times("at 18:30", "en"), day_times("um halb sieben", "de")) == ([], [])


def test_noon_is_an_hour_of_its_own() -> None:
    assert [time.minutes for time in day_times("Il arrive à midi et demi.", "fr")] == [frozenset({30})]


@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for time in day_times(text, language):
        assert 0 <= time.start < time.end <= len(text)
        assert all(0 <= minute < 720 for minute in time.minutes)

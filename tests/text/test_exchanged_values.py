"""Two values that change places between the halves of a sentence, and sentences told in another order."""

from __future__ import annotations

import pytest

from tqcheck.model import Link, Span
from tqcheck.text.exchanged_values import find_exchanged_values


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "hr-en",
            "Prvi autobus vozi do bolnice, drugi do groblja.",
            "The first bus goes to the cemetery, the second to the hospital.",
        ),
        (
            "sr-en",
            "Опозицију подржавају студенти, а власт пензионери.",
            "The opposition is supported by pensioners and the government by students.",
        ),
        ("zh-en", "哥哥学法律，妹妹学音乐。", "The brother studies music and the sister studies law."),
        (
            "ja-en",
            "青いボタンは録画、赤いボタンは停止に使う。",
            "The red button is for recording, the blue button for stopping.",
        ),
        (
            "uk-en",
            "На першу прийшло восьмеро людей, на останню — понад двісті.",
            "More than two hundred people came to the first one, eight to the last.",
        ),
        (
            "en-fr",
            "The eldest daughter took over the bakery, and her brother the mill.",
            "La fille aînée a repris le moulin, et son frère la boulangerie.",
        ),
    ],
)
def test_values_exchanged(languages: str, source: str, target: str) -> None:
    assert find_exchanged_values(source, target, *languages.split("-"))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (
            "hr-en",
            "Prvi autobus vozi do bolnice, drugi do groblja.",
            "The first bus goes to the hospital, the second to the cemetery.",
        ),
        (
            "hr-en",
            "Prvi autobus vozi do bolnice, drugi do groblja.",
            "The second bus goes to the cemetery, the first to the hospital.",
        ),
        (
            "sr-en",
            "Опозицију подржавају студенти, а власт пензионери.",
            "Students support the opposition, and pensioners the government.",
        ),
        ("zh-en", "哥哥学法律，妹妹学音乐。", "Law is what the brother studies, music what the sister studies."),
        ("en-es", "They have remote data and voice needs.", "Requieren datos y voz remotos."),
        (
            "en-hi",
            "It had no authority to override tax laws and tariffs between states.",
            "इसके राज्यों के बीच कर कानूनों और शुल्कों को ओवरराइड करने का कोई अधिकार नहीं था.",
        ),
    ],
)
def test_values_in_their_places(languages: str, source: str, target: str) -> None:
    assert find_exchanged_values(source, target, *languages.split("-")) is None


def test_links_stand_for_words_of_no_dictionary() -> None:
    source, target = "De deur klemt, de poort piept.", "Die Tür quietscht, das Tor klemmt."
    words = (("deur", "Tür"), ("klemt", "klemmt"), ("poort", "Tor"), ("piept", "quietscht"))
    links = [_link(source, target, one, two) for one, two in words]
    assert find_exchanged_values(source, target, "nl", "de", links) == ((8, 33), (8, 29))


def _link(source: str, target: str, one: str, two: str) -> Link:
    starts = source.index(one), target.index(two)
    return Link(Span(starts[0], starts[0] + len(one)), Span(starts[1], starts[1] + len(two)), 0.8)

"""What the source makes less than a fact, and the translation states."""

from __future__ import annotations

import pytest

from tqcheck.text.modality import find_stated_facts


@pytest.mark.parametrize(
    ("source", "target", "languages", "kind"),
    [
        ("The fine would have exceeded $3,000.", "La multa superó los 3000 dólares.", "en-es", "unreal"),
        ("The fine would have exceeded $3,000.", "La multa habría superado los 3000 dólares.", "en-es", ""),
        ("Ocak açılsaydı 35 kişi iş bulacaktı.", "35 people found work when the quarry opened.", "tr-en", "unreal"),
        ("他们差一点就在外地买了房。", "They bought a home elsewhere.", "zh-en", "nearly"),
        ("他们差一点就在外地买了房。", "They came close to buying a home elsewhere.", "zh-en", ""),
        ("Er hat den Wagen angeblich gestohlen.", "He stole the car.", "de-en", "alleged"),
        ("Er hat den Wagen angeblich gestohlen.", "He is accused of having stolen the car.", "de-en", ""),
        ("Возможно, мост закроют.", "The bridge is closed on Monday.", "ru-en", "possible"),
        ("Возможно, мост закроют.", "The bridge may be closed.", "ru-en", ""),
        ("Almost 40 people came.", "Es kamen 40 Leute.", "en-de", ""),
    ],
)
def test_a_fact_that_the_source_does_not_state(source: str, target: str, languages: str, kind: str) -> None:
    found = [item.kind for item in find_stated_facts(source, target, *languages.split("-"))]
    assert found == ([kind] if kind else [])

"""Entries of the concept lexicon that name how a word ends: verb forms in languages that write them onto the verb."""

from __future__ import annotations

from tqcheck.text.concept_search import find_senses


def test_a_turkish_verb_form_means_a_possibility() -> None:
    """-ebilir stands at the end of whatever verb it makes possible."""
    seen = find_senses("Köprü ilkbaharda yeniden açılabilir.", "tr")
    assert any((item.sense.axis, item.sense.value) == ("assurance", "unsure") for item in seen)


def test_another_ending_means_nothing() -> None:
    assert not any(item.sense.value == "unsure" for item in find_senses("Köprü ilkbaharda yeniden açıldı.", "tr"))

"""Planted errors sit exactly where their labels say."""

import random

import pytest

from training.damage import DAMAGES, Clean, Damager, damage, drop, negate, renumber
from training.words import Lexicon

PAIRS = [
    Clean(
        "sr",
        "en",
        "Влада је 2019. године усвојила нови закон.",
        "The government was not able to adopt the new law in 2019.",
        "Three people were hurt in the accident on the road.",
    ),
    Clean(
        "en",
        "zh",
        "The government adopted the new law in 2019.",
        "政府在2019年通过了新的法律，但没有公布。",
        "昨天晚上在公路上发生的事故中有三人受伤了。",
    ),
    Clean(
        "en",
        "ru",
        "The old bridge does not carry 12 trucks.",
        "Старый мост не выдерживает 12 грузовиков сразу.",
        "Вчера вечером на дороге пострадали три человека.",
    ),
]


@pytest.fixture(scope="module")
def lexicons() -> dict[str, Lexicon]:
    rng = random.Random(1)
    found = {language: Lexicon(language) for language in ("sr", "en", "zh", "ru")}
    for pair in PAIRS * 3:
        found[pair.source_lang].add(pair.source, rng)
        found[pair.target_lang].add(pair.target, rng)
        found[pair.target_lang].add(pair.rival or "", rng)
    for lexicon in found.values():
        lexicon.seal()
    return found


@pytest.mark.parametrize("kind", list(DAMAGES), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.target_lang)
def test_without_its_spans_the_damaged_text_is_part_of_the_clean_one(
    kind: Damager, pair: Clean, lexicons: dict[str, Lexicon]
) -> None:
    planted = [kind(pair, lexicons, random.Random(seed)) for seed in range(40)]
    for found in filter(None, planted):
        if found.total or found.spans is None:
            continue
        kept, cursor = [], 0
        assert all(0 <= start < end <= len(found.target) for start, end in found.spans)
        for start, end in sorted([*found.spans, *((gap, gap) for gap in found.gaps or ())]):
            kept.append(found.target[cursor:start])
            cursor = end
        kept.append(found.target[cursor:])
        assert all(piece.strip() in pair.target for piece in kept)
        for gap in found.gaps or ():
            assert pair.target.startswith(found.target[:gap])
            assert pair.target.endswith(found.target[gap:])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.target_lang)
def test_every_language_gets_a_negation_a_number_and_an_omission(pair: Clean, lexicons: dict[str, Lexicon]) -> None:
    for kind in (negate, renumber, drop):
        assert any(kind(pair, lexicons, random.Random(seed)) for seed in range(10))


def test_the_same_seed_plants_the_same_error(lexicons: dict[str, Lexicon]) -> None:
    assert damage(PAIRS[0], lexicons, random.Random(7)) == damage(PAIRS[0], lexicons, random.Random(7))

"""Two documents are aligned sentence by sentence, with gaps where one side says nothing."""

from __future__ import annotations

from tqcheck.align import Alignment, align_documents
from tqcheck.quality import load
from tqcheck.readers import html
from tqcheck.readers.plain import read

ENGLISH = """The harbour reopened on Monday

The harbour of Split reopened on Monday after a storm closed it for 3 days. Captain Marko Vidović said 14 ferries had waited outside.

Nobody was hurt. The repairs will cost 2.5 million euros, according to Ivana Perić of the port authority.

"Will it happen again?" asked a passenger from Vienna.
"""

RUSSIAN = """Гавань снова открылась в понедельник

Гавань Сплита снова открылась в понедельник после шторма, закрывшего её на 3 дня.
По словам капитана Марко Видовича, 14 паромов ждали снаружи.

Никто не пострадал. Ремонт обойдётся в 2,5 миллиона евро, сообщила Ивана Перич из портового управления.

«Случится ли это снова?» — спросил пассажир из Вены.
"""


def align(source: str, target: str) -> Alignment:
    return align_documents(read(source, "a.txt"), read(target, "b.txt"), "en", "ru")


def texts(alignment: Alignment) -> list[tuple[str, str]]:
    return [
        (pair.source.text if pair.source else "", pair.target.text if pair.target else "") for pair in alignment.pairs
    ]


def test_every_sentence_meets_its_translation_across_scripts() -> None:
    pairs = texts(align(ENGLISH, RUSSIAN))
    assert len(pairs) == 6
    assert all(source and target for source, target in pairs)
    assert pairs[4][0].startswith("The repairs")
    assert pairs[4][1].startswith("Ремонт")


def test_a_lost_sentence_is_a_pair_without_target_anchored_where_it_would_stand() -> None:
    lost = RUSSIAN.replace("\nПо словам капитана Марко Видовича, 14 паромов ждали снаружи.", "")
    gaps = [pair for pair in align(ENGLISH, lost).pairs if pair.target is None]
    assert [pair.source.text for pair in gaps if pair.source] == [
        "Captain Marko Vidović said 14 ferries had waited outside."
    ]
    assert lost[: gaps[0].anchor].endswith("закрывшего её на 3 дня.")


def test_an_added_sentence_is_a_pair_without_source() -> None:
    extra = "Об этом 5 мая написала газета «Слободна Далмация», которая беседовала с 12 рыбаками из Трогира."
    gaps = [
        pair
        for pair in align(ENGLISH, RUSSIAN.replace("пострадал.", f"пострадал. {extra}")).pairs
        if pair.source is None
    ]
    assert [pair.target.text for pair in gaps if pair.target] == [extra]


def test_two_sentences_may_become_one() -> None:
    merged = RUSSIAN.replace(
        "на 3 дня.\nПо словам капитана Марко Видовича, 14", "на 3 дня, а по словам капитана Марко Видовича, 14"
    )
    joined = [
        pair.source.text for pair in align(ENGLISH, merged).pairs if pair.source and "Captain" in pair.source.text
    ]
    assert joined == [ENGLISH.split("\n\n")[1]]


def test_an_empty_translation_belongs_to_nothing() -> None:
    alignment = align(ENGLISH, "")
    assert not alignment.belongs
    assert all(pair.target is None for pair in alignment.pairs)


def test_the_same_input_gives_the_same_pairs() -> None:
    assert align(ENGLISH, RUSSIAN) == align(ENGLISH, RUSSIAN)


LAKE = (
    "<h1>The lake</h1><p>The lake froze over for the first time in thirty years. Hundreds of people went out on the ice.</p>"
    "<p>The rescue service counted four accidents last weekend. Two people ended in hospital.</p>"
    "<table><tr><td>Skates</td><td>5 euros</td></tr><tr><td>Sledge</td><td>3 euros</td></tr></table><p>The rink is open until nine.</p>"
)
OZERO = (
    "<h1>Озеро</h1><p>Озеро впервые за тридцать лет замёрзло. Сотни людей вышли на лёд.</p>"
    "<p>Спасательная служба насчитала четыре несчастных случая за прошлые выходные. Двое попали в больницу.</p>"
    "<table><tr><td>Санки</td><td>3 евро</td></tr></table><p>Каток открыт до девяти.</p>"
)


def test_a_heading_whose_word_recurs_in_the_text_keeps_its_partner() -> None:
    source, target = html.read(LAKE, "a.html"), html.read(OZERO, "b.html")
    pairs = align_documents(source, target, "en", "ru", load().embedder).pairs
    assert ("The lake", "Озеро") in [(one.source.text, one.target.text) for one in pairs if one.source and one.target]

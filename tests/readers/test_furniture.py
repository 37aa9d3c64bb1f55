"""Furniture of pages in many languages, and sentences that only look like it."""

from pathlib import Path

import pytest

from tqcheck.model import Kind
from tqcheck.readers import read_document

SENTENCE = "The minister said on Tuesday that the talks would go on for another week."
BODY = "\n\n".join(SENTENCE.replace("Tuesday", day) for day in ("Monday", "Tuesday", "Friday", "Sunday"))


def kind_of(line, *, top=True):
    parts = ["A title of the page", line, BODY] if top else ["A title of the page", BODY, BODY, BODY, line, BODY, BODY]
    text = "\n\n".join(parts)
    return next(block.kind for block in read_document(Path("a.txt"), text.encode()).blocks if block.text == line)


@pytest.mark.parametrize("top", [True, False])
@pytest.mark.parametrize(
    "line",
    [
        "17302 views 11 comment(s)",
        "1.204 pregleda 3 komentara",
        "2 451 просмотр · 18 комментариев",
        "Aufrufe: 1.234",
        "12 vues | 3 commentaires",
        "浏览 1234 次 评论 5 条",
        "1,234回視聴",
        "Photo: REUTERS",
        "Foto: Tanjug/Sava Radovanović",
        "Фото: РИА Новости",
        "(Foto: AFP)",
        "写真：共同通信",
        "صورة: رويترز",
        "Photo by Ana Marković",
        "© AFP",
        "Share on Facebook",
        "Podijeli: Facebook Twitter Viber",
        "Bonus video:",
        "Read also: Another story about the talks",
        "Читайте также:",
        "Pročitajte još: Pregovori se nastavljaju",
        "اقرأ أيضا: المحادثات مستمرة",
        "相关阅读",
        "12.03.2025. 14:30",
        "Objavljeno: 12.03.2025. 14:30",
    ],
)
def test_furniture(line, top):
    assert kind_of(line, top=top) is Kind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "She showed the photo: it was a picture of the old bridge.",
        "17 people read the comments.",
        "He viewed 300 photos.",
        "Share prices fell.",
        "The video shows a man with a dog.",
        "Watch what he does, not what he says.",
        "Video games are sold in 40 countries.",
        "Foto koja je obišla svijet nastala je 1990. godine.",
        "Фотография была сделана в 1943 году.",
        "写真は2020年に撮影された。",
        "In 1990 there were 300 of them.",
        "Source of the river: nobody knows it.",
        "Komentar nije potreban.",
        "By Monday the talks had ended.",
        "Von 12 Kommentaren waren drei freundlich.",
        "12 Angry Men",
        "1984",
    ],
)
def test_look_alikes(line):
    assert kind_of(line, top=False) is not Kind.BOILERPLATE
    assert kind_of(line) is not Kind.BOILERPLATE


@pytest.mark.parametrize("line", ["By Ana Marković", "Piše: Marko Marković", "Автор: Иван Петров", "Von Anna Schmidt"])
def test_bylines_only_at_the_top(line):
    assert kind_of(line) is Kind.BOILERPLATE


def test_a_repeated_caption_with_a_glued_credit():
    text = f"Title\n\n{BODY}\n\nProtesters near the old bridge\nProtesters near the old bridgephoto: Agency\n\n{BODY}"
    kinds = [block.kind for block in read_document(Path("a.txt"), text.encode()).blocks]
    assert kinds.count(Kind.CAPTION) == 2


def test_a_caption_with_its_credit():
    assert kind_of("Демонстранти пред зградом владе, фото: Танјуг", top=False) is Kind.CAPTION
    assert kind_of("The old bridge in Mostar (Photo: Reuters)", top=False) is Kind.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "Disclaimer: The translations are mostly done through AI translator and might not be 100% accurate.",
        "Dieser Text wurde maschinell übersetzt und kann Fehler enthalten.",
        "Napomena: Prevod je urađen uz pomoć vještačke inteligencije i može sadržati greške.",
        "Этот текст переведён автоматически, возможны ошибки: перевод выполнен искусственным интеллектом.",
    ],
)
def test_the_notice_of_machine_translation_is_marked(line):
    document = read_document(Path("a.txt"), f"Title\n\n{line}\n\n{BODY}".encode())
    block = document.blocks[1]
    assert block.kind is Kind.BOILERPLATE
    assert [(mark.kind, mark.start, mark.end) for mark in block.marks] == [("disclaimer", 0, len(line))]


def test_a_sentence_on_machine_translation_is_an_article():
    line = "The ministry used a machine translation, and errors in it cost the company dearly."
    assert kind_of(line, top=False) is Kind.PARAGRAPH

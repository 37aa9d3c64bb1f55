"""Sentences: boundaries that sentencex gets wrong, one case a line, a bar between sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model import Run, Segment
from tqcheck.text.segment import count_words, sentence_spans, split_sentences, words

CASES = [
    ("en", "It cost No. 5 a lot.| See Fig. 3.| J. K. Rowling wrote it.| The U.S. Army came."),
    ("en", 'He said "No."| Then he left.| Wait... what?| Well...| Yes.'),
    ("en", "“Putin is trying to put pressure on Trump.| The Ukrainians will slowly lose territory.”"),
    ("en", "(This is it.)| And here is the rest."),
    ("sr", "Bilo je 12. maja u 5. razredu u 20. veku.| To je br. 5 i tzv. zakon, npr. ovaj."),
    ("sr", "Било је 12. маја у 20. веку.| То је бр. 5 и тзв. закон."),
    ("hr", "Rođen je 5. svibnja 1990. godine.| Dr. Kovač i A. B. Jović su tu."),
    ("de", "Im 19. Jahrhundert war das so.| Am 3. Oktober ist frei.| „Nein.“| Er ging."),
    ("fr", "M. Dupont et Mme. Durand sont là.| « Vraiment ? » demanda-t-il."),
    ("ru", "«Нет!» — сказал он.| Ул. Ленина, д. 5, завод им. Горького, т. е. много."),
    ("pl", "Ur. 5 maja 1990 r. w Warszawie.| Tzw. ustawa prof. dr hab. Jana Kowalskiego."),
    ("tr", "Bu 5. madde.| 1. Dünya Savaşı bitti."),
    ("ja", "「もう行く。」と彼は言った。|彼は「待て！」と叫んだ。|はい。"),
    ("zh", "他说：“是的。”|然后走了。|真的吗？！|好。"),
    ("hi", "डॉ. शर्मा आए।| वह ५.५ था।| हाँ।"),
    ("hy", "Սա նախադասություն է։| Սա երկրորդն է։"),
    ("ur", "یہ ایک جملہ ہے۔| یہ دوسرا ہے؟| ہاں۔"),
    ("am", "ይህ ነው።| ሌላ ነው።"),
    ("km", "នេះជាប្រយោគ។| នេះជាប្រយោគទីពីរ៕"),
    ("ar", "هذا هو.| هل تأتي؟| وصل د. أحمد اليوم."),
    ("th", "นี่คือประโยค นี่คืออีกประโยคหนึ่ง"),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_sentences_end_where_a_reader_ends_them(language, marked):
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    assert [text[span.start : span.end] for span in sentence_spans(text, language)] == expected


@given(st.text(), st.sampled_from(["en", "sr", "ja", "th", "", "xx", "sr-Latn"]))
def test_sentences_lose_and_move_nothing(text, language):
    block = Segment(text=text, runs=(Run(0, len(text), 7, len(text)),) if text else ())
    at = 0
    for sentence in split_sentences(block, language):
        start = sentence.span.start - 7
        assert not text[at:start].strip()
        assert text[start : start + len(sentence.text)] == sentence.text
        at = start + len(sentence.text)
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's 3,5 well-known", ["It's", "3,5", "well-known"]),
        ("e\u0301te\u0301 fini.", ["e\u0301te\u0301", "fini"]),
        ("मैंने कहा।", ["मैंने", "कहा"]),
        ("می\u200cخواهم آب", ["می\u200cخواهم", "آب"]),
        ("東京タワー", ["東", "京", "タワー"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert [text[span.start : span.end] for span in words(text)] == expected


def test_words_of_scripts_without_spaces_are_estimated():
    assert count_words("習近平国家主席は北京で演説した。") in range(7, 13)
    assert count_words("นายกรัฐมนตรีกล่าวสุนทรพจน์") in range(3, 8)
    assert count_words("One two three") == 3

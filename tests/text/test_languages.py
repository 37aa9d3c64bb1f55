"""Which language a text is in: the traps of langdetect, and too little text."""

import threading

import pytest

from tqcheck.text.languages import identify, same_language

SENTENCES = {
    "sr": "Председник је рекао да ће доћи сутра и да ће разговарати са свима који су били у граду.",
    "mk": "Претседателот рече дека ќе дојде утре и ќе зборува со сите што беа во градот.",
    "bg": "Президентът каза, че ще дойде утре и ще говори с всички, които са били в града.",
    "ru": "Президент сказал, что он приедет завтра и будет говорить со всеми, кто был в городе.",
    "uk": "Президент сказав, що він приїде завтра і буде говорити з усіма, хто був у місті.",
    "be": "Прэзідэнт сказаў, што ён прыедзе заўтра і будзе гаварыць з усімі, хто быў у горадзе.",
    "ka": "პრეზიდენტმა თქვა, რომ ხვალ მოვა.",
    "hy": "Նախագահն ասաց, որ վաղը կգա։",
    "ps": "ولسمشر وویل چې سبا به راشي او د ټولو سره به خبرې وکړي چې په ښار کې وو.",
    "fa": "رئیس جمهور گفت که فردا می‌آید و با همه کسانی که در شهر بودند صحبت خواهد کرد.",
    "ur": "صدر نے کہا کہ وہ کل آئیں گے اور شہر میں موجود سب سے بات کریں گے۔",
    "ar": "قال الرئيس إنه سيأتي غدا وسيتحدث مع جميع الذين كانوا في المدينة.",
    "si": "ජනාධිපතිවරයා හෙට පැමිණෙන බව කීවේය.",
    "km": "ប្រធានាធិបតីបាននិយាយថាលោកនឹងមកនៅថ្ងៃស្អែក។",
    "my": "သမ္မတက မနက်ဖြန်လာမယ်လို့ ပြောတယ်။",
    "lo": "ປະທານປະເທດກ່າວວ່າລາວຈະມາມື້ອື່ນ.",
    "am": "ፕሬዝዳንቱ ነገ እንደሚመጣ እና ከሁሉም ጋር እንደሚነጋገር ተናግሯል ነው።",
    "ja": "大統領は明日来ると述べ、全員と話すと語った。",
    "zh": "总统说他明天会来，并将与城里的每一个人交谈。",
    "ko": "대통령은 내일 오겠다고 말했다.",
    "hi": "राष्ट्रपति ने कहा कि वह कल आएंगे और शहर के सभी लोगों से बात करेंगे।",
    "ne": "राष्ट्रपतिले भोलि आउने र सहरमा भएका सबैसँग कुरा गर्ने बताएका छन् भने यो पनि छ।",
    "is": "Forsetinn sagði að hann myndi koma á morgun og tala við alla sem voru í borginni.",
    "az": "Prezident dedi ki, o, sabah gələcək və şəhərdə olan hər kəslə danışacaq.",
    "eu": "Presidenteak esan du bihar etorriko dela eta hirian zeuden guztiekin hitz egingo duela.",
    "sl": "Predsednik je rekel, da bo prišel jutri in se pogovarjal z vsemi, ki so bili v mestu.",
    "en": "The president said that he would come tomorrow and talk to everyone who was in the city.",
    "tr": "Cumhurbaşkanı yarın geleceğini ve şehirdeki herkesle konuşacağını söyledi.",
    "vi": "Tổng thống nói rằng ông sẽ đến vào ngày mai và nói chuyện với mọi người trong thành phố.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language):
    assert identify(SENTENCES[language]).language == language


def test_the_south_slavic_standards_are_one_language():
    latin = "Predsjednik je rekao da će doći sutra i da će razgovarati sa svima koji su bili u gradu."
    assert same_language(identify(latin).language, "cnr")
    assert identify(latin, frozenset({"cnr", "en"})).language == "cnr"
    assert identify(SENTENCES["sr"], frozenset({"hr", "en"})).language == "hr"
    assert same_language("sr-Cyrl", "bs")
    assert same_language("pt-BR", "pt_PT")
    assert not same_language("sr", "sl")
    assert not same_language("", "")


@pytest.mark.parametrize(
    "text", ["", "12 345,6 %", "OK", "Angela Merkel", "Да.", "https://example.org/the/of/and/that/with/from"]
)
def test_too_little_text_is_said_not_guessed(text):
    found = identify(text)
    assert found.language == ""
    assert found.reason


def test_a_language_of_another_script_is_never_the_answer():
    found = identify(SENTENCES["ru"], frozenset({"en", "zh"}))
    assert (found.language, found.confidence) == ("", 0.0)
    assert "Cyrillic" in found.reason


def test_names_and_words_in_another_script_change_nothing():
    text = "大統領は Volodymyr Zelensky と New York Times のインタビューで語った。"
    assert identify(text).language == "ja"


def test_many_threads_give_one_answer():
    answers = set[object]()
    threads = [threading.Thread(target=lambda: answers.add(identify(SENTENCES["sl"]))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 1


def test_cyrillic_without_eastern_letters_is_serbian_even_where_its_own_letters_are_rare() -> None:
    text = "Мерсерове патике нестале су из свлачионице у суботу увече. Комшиница Рут Бејли, која носи исти број, позајмила му је своје."
    assert identify(text, frozenset({"sr", "en", "ru", "uk", "bg", "mk"})).language == "sr"
    assert (
        identify("Мальчик съел яблоко и ушёл домой, где его ждала мама с ужином.", frozenset({"sr", "ru"})).language
        == "ru"
    )

"""Each operator damages real sentences in several scripts, marks the exact place, and refuses dishonest changes."""

from random import Random

import pytest

from corpora.generators import (
    addition,
    date,
    denial,
    duplicate,
    link,
    modality,
    name,
    negation,
    number,
    omission,
    participants,
    pronoun,
    quotes,
    unit,
    untranslated,
)
from corpora.generators.records import Corpus, Pair


def pair(source: str, target: str, languages: str) -> Pair:
    source_language, _, target_language = languages.partition("-")
    return Pair(
        identifier="p", source=source, target=target, source_language=source_language, target_language=target_language
    )


def damage(operator, source, target, languages, seed=1):
    given = pair(source, target, languages)
    return operator(given, Corpus([given]), Random(seed))


NEGATED = [
    ("The minister did not resign.", "Ministar nije podneo ostavku.", "en-sr", "Ministar je podneo ostavku."),
    ("The minister did not resign.", "Министар није поднео оставку.", "en-sr", "Министар је поднео оставку."),
    ("The bank will not pay.", "Банк не заплатит.", "en-ru", "Банк заплатит."),
    ("He cannot come.", "Er kann nicht kommen.", "en-de", "Er kann kommen."),
    ("The bank will not sign the deal.", "لن يوقع البنك الصفقة.", "en-ar", "سيوقع البنك الصفقة."),
    ("She did not go.", "वह नहीं गई।", "en-hi", "वह गई।"),
    ("This is not a solution.", "这不是解决办法。", "en-zh", "这是解决办法。"),
    ("This is not a solution.", "これは解決策ではない。", "en-ja", "これは解決策である。"),
    ("The law is not new.", "Laki ei ole uusi.", "en-fi", "Laki on uusi."),
    ("He will not do it.", "Bunu yapmayacak.", "en-tr", "Bunu yapacak."),
]


@pytest.mark.parametrize(("source", "target", "languages", "bad"), NEGATED)
def test_dropped_negation_is_grammatical(source, target, languages, bad):
    assert damage(negation.drop_negation, source, target, languages).text == bad


DENIED = [
    ("He left without the key.", "Il est parti sans la clé.", "en-fr", "Il est parti avec la clé."),
    ("The bridge is no longer safe.", "Мост больше не безопасен.", "en-ru", "Мост всё ещё безопасен."),
    ("Er kam mit dem Arzt.", "He came with the doctor.", "de-en", "He came without the doctor."),
    ("He came with friends.", "वह दोस्तों के साथ आया", "en-hi", "वह दोस्तों के बिना आया"),
    ("He is known there.", "وهو معروف هناك.", "en-ar", "وهو غير معروف هناك."),
    ("He still works.", "他依然工作。", "en-zh", "他不再工作。"),
]


@pytest.mark.parametrize(("source", "target", "languages", "bad"), DENIED)
def test_words_that_deny_inside_are_turned(source, target, languages, bad):
    assert damage(denial.turn_denial, source, target, languages).text == bad


def test_never_is_added_to_an_affirmative_sentence_alone():
    made = damage(denial.say_never, "Мост был открыт.", "The bridge was opened.", "ru-en")
    assert made.text == "The bridge was never opened."
    assert damage(denial.say_never, "Мост не был открыт.", "The bridge was closed.", "ru-en") is None


def test_idioms_that_hold_a_denying_word_are_left_alone():
    assert damage(denial.turn_denial, "It was never cheap.", "Sin embargo, es así.", "en-es") is None


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("It is not only cheap.", "Es ist nicht nur billig.", "en-de"),
        ("He is no longer here.", "Он больше не здесь.", "en-ru"),
        ("Everything is fine.", "Нема проблема.", "en-sr"),  # an equivalent without negation in the source
        ("这不仅便宜。", "It is not just cheap.", "zh-en"),
    ],
)
def test_scope_tricks_are_left_alone(source, target, languages):
    assert damage(negation.drop_negation, source, target, languages) is None


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("The figure is 3,250 tonnes.", "Цифра составляет 3250 тонн.", "en-ru"),
        ("The figure is 3,250 tonnes.", "يبلغ الرقم ٣٢٥٠ طنا.", "en-ar"),
        ("About 250 people came.", "約250人が来た。", "en-ja"),
    ],
)
def test_changed_number_is_marked_and_not_in_the_source(source, target, languages):
    found = damage(number.change_number, source, target, languages)
    assert found.text != target
    assert found.text[found.start : found.end] not in source
    assert found.text[: found.start] == target[: found.start]


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("The A4 and COVID-19 papers", "Papieren A4 en COVID-19", "en-nl"),
        ("seven people", "7 человек", "en-ru"),  # the source spells it
        ("See http://a.org/12", "Siehe http://a.org/12", "en-de"),
    ],
)
def test_figures_inside_names_and_addresses_are_left_alone(source, target, languages):
    assert damage(number.change_number, source, target, languages) is None


def test_magnitude_goes_with_its_linker_only():
    assert (
        damage(number.drop_magnitude, "It cost 2 million euros.", "Costó 2 millones de euros.", "en-es").text
        == "Costó 2 euros."
    )
    assert (
        damage(number.drop_magnitude, "It had 3.2 million viewers.", "Měla 3,2 milionu diváků.", "en-cs").text
        == "Měla 3,2 diváků."
    )


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("He died on 5 March 1953.", "Умро је 5. марта 1953.", "en-sr"),
        ("He died on 5 March 1953.", "Он умер 5 марта 1953 года.", "en-ru"),
        ("He died on 5 March 1953.", "他于1953年3月5日去世。", "en-zh"),
        ("He died on 5 March 1953.", "توفي في 5 مارس 1953.", "en-ar"),
    ],
)
def test_month_changes_in_its_case_form(source, target, languages):
    found = damage(date.change_month, source, target, languages)
    assert found.code == "TQ102"
    assert found.text != target


def test_a_month_that_the_source_does_not_name_is_left_alone():
    assert damage(date.change_month, "He may march 5 miles.", "Er kann 5 Meilen laufen.", "en-de") is None


def test_unit_changes_only_after_a_figure():
    found = damage(unit.change_unit, "It is 12 kilometres long.", "Длина 12 километров.", "en-ru")
    assert found.text[found.start : found.end] in {"метров", "миль"}
    assert damage(unit.change_unit, "It took years.", "Ушли годы и много лет.", "en-ru") is None


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("Yesterday Merkel met him.", "Вчера Меркель встретилась с ним.", "en-ru"),
        ("Yesterday Trump spoke.", "تحدث ترامب أمس.", "en-ar"),
        ("Yesterday Papandreou spoke.", "Χθες μίλησε ο Παπανδρέου.", "en-el"),
    ],
)
def test_one_letter_of_a_name_is_off(source, target, languages):
    found = damage(name.misspell_name, source, target, languages)
    assert found.code == "TQ104"
    assert sum(a != b for a, b in zip(found.text, target, strict=True)) == 1


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("Yesterday Kavanaugh spoke.", "卡瓦诺昨天发言。", "en-zh"),
        ("Yesterday Rolando spoke.", "ロランドは昨日話した。", "en-ja"),
        ("卡瓦诺昨天发言。", "Yesterday Kavanaugh spoke.", "zh-en"),
        ("تحدث كافانو أمس.", "Yesterday Kavanaugh spoke.", "ar-en"),
    ],
)
def test_names_of_scripts_without_capitals_need_an_attested_english_side(source, target, languages):
    pair = Pair(
        identifier="1", source=source, target=target, source_language=languages[:2], target_language=languages[3:]
    )
    english = source if languages.startswith("en") else target
    attested = {english: frozenset({"Kavanaugh", "Rolando"})}
    assert name.misspell_name(pair, Corpus([pair]), Random(1)) is None
    found = name.misspell_name(pair, Corpus([pair], attested), Random(1))
    assert found.code == "TQ104"
    assert sum(a != b for a, b in zip(found.text, target, strict=True)) == 1


def test_common_german_nouns_are_no_names():
    assert damage(name.misspell_name, "Then the Council met.", "Dann traf sich der Gemeinderat.", "en-de") is None


def test_lost_link_is_a_gap_with_its_source():
    found = damage(link.lose_link, "See https://a.org/x now.", "Vidite https://a.org/x sada.", "en-sr")
    assert (found.text, found.start, found.end) == ("Vidite sada.", 7, 7)
    assert found.source_span == (4, 19)


def test_placeholder_breaks():
    found = damage(link.break_placeholder, "{count} files", "{count} ملفات", "en-ar")
    assert found.text == "{count ملفات"


def test_modality_is_exchanged_but_never_under_negation():
    assert damage(modality.toggle_modality, "It may rain.", "Es kann regnen.", "en-de").text == "Es muss regnen."
    assert damage(modality.toggle_modality, "You may not enter.", "Sie dürfen nicht eintreten.", "en-de") is None
    assert damage(modality.toggle_modality, "It rains.", "Es kann regnen.", "en-de") is None


def test_last_quarter_leaves_the_full_stop():
    target = "The council of the city decided on Monday to close the bridge for two whole months."
    found = damage(omission.drop_last_quarter, target, target, "en-en")
    assert found.text == "The council of the city decided on Monday to close the bridge."
    assert found.start == found.end == len(found.text) - 1


def test_dropped_sentence_knows_its_source():
    source, target = "First it rained. Then it snowed here.", "最初は雨が降った。それからここで雪が降った。"
    found = damage(omission.drop_sentence, source, target, "en-ja")
    assert found.source_span in {(0, 17), (17, len(source))}


@pytest.mark.parametrize(
    ("target", "languages", "bad", "new"),
    [
        ("Ministar je rekao da dolazi.", "en-sr", "Ministar mu je rekao da dolazi.", "mu"),
        ("Министр сказал, что приедет.", "en-ru", None, "вместе с ним"),
        ("大臣は来ると述べた。", "en-ja", "大臣は来ると彼に述べた。", "彼に"),
        ("मंत्री ने कहा कि वे आएंगे।", "en-hi", "मंत्री ने उससे कहा कि वे आएंगे।", "उससे"),
        ("قال الوزير إنه سيأتي.", "en-ar", "قال له الوزير إنه سيأتي.", "له"),
        ("Bakan geleceğini söyledi.", "en-tr", "Bakan geleceğini ona söyledi.", "ona"),
    ],
)
def test_added_participant_is_marked(target, languages, bad, new):
    found = damage(addition.add_participant, "The minister said that he would come.", target, languages)
    if bad is None:
        assert found is None or found.code == "TQ202"
        return
    assert found.text == bad
    assert found.text[found.start : found.end] == new


def test_participant_that_the_source_has_is_not_added():
    assert damage(addition.add_participant, "He told him so.", "Er sagte das so zu ihm hier.", "en-de") is None


def test_swapped_participants_stand_alone():
    found = damage(participants.swap_participants, "Milan accused Petra of theft.", "Milan acusó a Petra.", "en-es")
    assert found.text == "Petra acusó a Milan."
    assert damage(participants.swap_participants, "Milan and Petra", "Milan y Petra", "en-es") is None


def test_pronoun_changes_only_where_the_source_settles_gender():
    assert (
        damage(pronoun.change_gender, "His book is new.", "Njegova knjiga je nova.", "en-sr").text
        == "Njena knjiga je nova."
    )
    assert damage(pronoun.change_gender, "Their book is new.", "Njegova knjiga je nova.", "en-sr") is None


def test_doubling_is_refused_where_it_is_grammar():
    assert damage(duplicate.double_word, "slowly", "धीरे चलो भाई", "en-hi") is None
    found = damage(duplicate.double_word, "in the city", "वह शहर में रहता है", "en-hi")
    assert found.code == "TQ304"


def test_untranslated_clause_is_the_source_clause():
    source = "When he came, the whole house was already completely dark."
    found = damage(untranslated.leave_clause, source, "Когда он пришёл, во всём доме было уже темно.", "en-ru")
    assert found.text == "Когда он пришёл, the whole house was already completely dark."
    assert found.text[found.start : found.end].startswith("the whole")


def test_quotes():
    found = damage(quotes.mix_quotes, "", "„Da“, reče on, „dolazim“.", "en-sr")
    assert '"' in found.text
    assert damage(quotes.mix_quotes, "", "„Da“, reče on.", "en-sr") is None
    assert damage(quotes.lose_quote, "", "On reče: „Dolazim sutra“.", "en-sr").text == "On reče: „Dolazim sutra."

"""Who does what to whom, and which figure belongs to what: exchanged, and told in other words."""

from __future__ import annotations

import pytest

from tqcheck.model import Link, Span
from tqcheck.text.change_amounts import find_changed_amount
from tqcheck.text.companion_swaps import find_companion_swap
from tqcheck.text.figure_swaps import find_figure_swap
from tqcheck.text.opening_parts import find_opening_part
from tqcheck.text.parts_of import find_impossible_part
from tqcheck.text.pronoun_swaps import find_pronoun_swap, find_turned_subject
from tqcheck.text.role_swaps import find_role_swap
from tqcheck.text.verb_part_swaps import find_verb_part_swap


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("pt-en", "A câmara municipal processou a Aquamar.", "The company Aquamar sued the town council."),
        ("en-es", "The merchant accused the widow.", "La viuda acusó al comerciante."),
        ("ar-en", "اتهم التاجرُ أرملةً بالسرقة.", "A widow accused the merchant of theft."),
        ("en-sr", "Daniel Mercer overtook Joseph Kiptoo.", "Danijela Mersera je prestigao Džozef Kiptu."),
        ("de-en", "Der Anwalt wurde von der Richterin gelobt.", "The lawyer praised the judge."),
        ("en-ru", "The baker hired the gardener.", "Пекаря нанял садовник."),
        ("ja-en", "教師が生徒を批判した。", "The pupil criticised the teacher."),
        ("en-tr", "Ayşe warned Mehmet.", "Mehmet, Ayşe'yi uyardı."),
        ("hi-en", "मंत्री ने पत्रकार को बुलाया।", "The minister was invited by the journalist."),
        ("en-pt", "The museum bought the letter from the bank.", "O banco comprou a carta do museu."),
        ("en-sv", "The lake is colder than the river.", "Floden är kallare än sjön."),
        ("en-sr", "Marko owes Jelena four hundred euros.", "Jelena duguje Marku četiri stotine evra."),
        ("en-pt", "It imports more from Argentina than from Canada.", "Importa mais do Canadá do que da Argentina."),
        ("en-es", "The bus goes from Madrid to Lisbon.", "El autobús va de Lisboa a Madrid."),
        (
            "en-uk",
            "The committee recommended the architect to the mayor.",
            "Комітет порекомендував мера архітекторові.",
        ),
        ("en-de", "The landlord must warn the tenant.", "Der Mieter muss den Vermieter warnen."),
        ("en-uk", "Farmers accuse the ministry of fraud.", "Міністерство звинувачує фермерів у шахрайстві."),
        ("ja-en", "監督は選手に謝罪した。", "The players apologised to the manager."),
        (
            "ko-en",
            "간호사가 의사에게 환자의 상태를 설명했다.",
            "The doctor explained the patient's condition to the nurse.",
        ),
        (
            "it-en",
            "Il parroco lo ha battezzato il vescovo in persona.",
            "The parish priest baptised the bishop in person.",
        ),
        ("zh-en", "保安被一只鹅追了半条街。", "The security guard chased a goose halfway down the street."),
        ("nl-en", "De minister werd door de boeren uitgelachen.", "The minister laughed at the farmers."),
        ("fr-en", "C'est signé par le maire, pas par le juge.", "It is signed by the judge, not by the mayor."),
    ],
)
def test_roles_exchanged(languages: str, source: str, target: str) -> None:
    assert find_role_swap(source, target, *languages.split("-"))


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("en-es", "The merchant accused the widow.", "El comerciante acusó a la viuda."),
        ("en-es", "The merchant accused the widow.", "A la viuda la acusó el comerciante."),
        ("en-es", "The merchant accused the widow.", "La viuda fue acusada por el comerciante."),
        ("en-sr", "Daniel Mercer overtook Joseph Kiptoo.", "Danijel Merser je prestigao Džozefa Kiptua."),
        ("de-en", "Der Anwalt wurde von der Richterin gelobt.", "The judge praised the lawyer."),
        ("en-ru", "The baker hired the gardener.", "Садовника нанял пекарь."),
        ("en-pl", "The mayor was praised by the bishop.", "Burmistrza pochwalił biskup."),
        ("ja-en", "教師が生徒を批判した。", "The pupil was criticised by the teacher."),
        ("en-pt", "The museum bought the letter from the bank.", "O banco vendeu a carta ao museu."),
        ("en-sv", "The lake is colder than the river.", "Sjön är kallare än floden."),
        ("en-de", "The judge met the lawyer.", "Der Anwalt traf die Richterin."),
        ("es-en", "El cura le vendió la moto al sacristán.", "The priest sold the motorbike to the sacristan."),
        ("de-en", "Die Katze hat der Nachbar gerettet.", "The cat was rescued by the neighbour."),
        (
            "it-en",
            "Il parroco lo ha battezzato il vescovo in persona.",
            "The parish priest was baptised by the bishop in person.",
        ),
        (
            "en-uk",
            "The committee recommended the architect to the mayor.",
            "Комітет порекомендував мерові архітектора.",
        ),
        ("en-cs", "Sturridge saved Liverpool.", "Sturridge zachránil Liverpool."),
        (
            "en-fr",
            "The town was destroyed by lava from the mountain.",
            "La ville a été détruite par la lave de la montagne.",
        ),
        ("de-es", "Der Händler verklagte die Witwe.", "La viuda demandó al comerciante."),
    ],
)
def test_roles_kept_or_not_to_be_told(languages: str, source: str, target: str) -> None:
    assert find_role_swap(source, target, *languages.split("-")) is None


@pytest.mark.parametrize(
    ("languages", "source", "target", "swapped"),
    [
        ("de-en", "Sie hatte ihm gedroht.", "He had threatened her.", True),
        ("de-en", "Sie gefiel ihm.", "He liked her.", False),
        ("ru-en", "Она позвонила ему.", "He phoned her.", True),
        ("ru-en", "Она позвонила ему.", "She phoned him.", False),
    ],
)
def test_pronouns_by_case(languages: str, source: str, target: str, swapped: bool) -> None:
    assert bool(find_pronoun_swap(source, target, *languages.split("-"))) is swapped


def test_a_subject_that_was_an_object() -> None:
    polish = "Czytać nauczył ją starszy brat."
    assert find_turned_subject(polish, "She taught her elder brother to read.", "pl", "en")
    assert find_turned_subject(polish, "Her elder brother taught her to read.", "pl", "en") is None


@pytest.mark.parametrize(
    ("target", "swapped"),
    [
        ("Le syndicat a accusé Larsen de cacher le contrat avec le gouvernement.", True),
        ("Le syndicat a accusé le gouvernement de cacher le contrat avec Larsen.", False),
    ],
)
def test_companions(target: str, swapped: bool) -> None:
    source = "The union accused the government of hiding the contract with Larsen."
    assert bool(find_companion_swap(source, target, "en", "fr")) is swapped


def test_somebody_and_their_name_are_one_companion() -> None:
    source = "Flake was convinced by conversations with his friend, Democratic Sen. Chris Coons."
    turkish = "Flake, arkadaşı Demokrat Senatör Chris Coons ile yaptığı konuşmalarla ikna oldu."
    assert find_companion_swap(source, turkish, "en", "tr") is None


def test_what_is_owned_in_finnish_has_no_case() -> None:
    finnish = "Salo kertoi, että hänen veljensä oli rakentanut kehykset."
    english = "Salo said that her brother had built the frames."
    assert find_verb_part_swap(finnish, english, "fi", "en") is None


def test_an_office_before_a_turkish_name_has_no_case() -> None:
    source = "U.S. Secretary of State Mike Pompeo told the council on Thursday that they must continue."
    turkish = "ABD Dışişleri Bakanı Mike Pompeo konseye perşembe günü şunları söyledi."
    assert find_opening_part(source, turkish, "en", "tr") is None


@pytest.mark.parametrize(
    ("target", "swapped"),
    [
        ("Rotes Kabel an Klemme 3, blaues Kabel an Klemme 1.", True),
        ("Rotes Kabel an Klemme 1, blaues Kabel an Klemme 3.", False),
        ("Blaues Kabel an Klemme 3, rotes Kabel an Klemme 1.", False),
    ],
)
def test_figures_of_two_colours(target: str, swapped: bool) -> None:
    source = "Connect the red wire to terminal 1 and the blue wire to terminal 3."
    assert bool(find_figure_swap(source, target, "en", "de")) is swapped


def test_a_part_is_no_larger_than_its_whole() -> None:
    source = "It was pressed 212 times, 197 of them by mistake."
    assert find_impossible_part(source, "被按了197次，其中212次是误按。", "en", "zh")
    assert find_impossible_part(source, "被按了212次，其中197次是误按。", "en", "zh") is None


@pytest.mark.parametrize(
    ("languages", "source", "target", "changed"),
    [
        ("en-de", "Sales rose by 30 percent.", "Der Absatz stieg auf 30 Prozent.", True),
        ("en-de", "Sales rose by 30 percent.", "Der Absatz stieg um 30 Prozent.", False),
        ("ja-en", "客は三割減った。", "Customers fell to 30 percent of what they were.", False),
        ("zh-en", "产量减少了30%。", "Output fell to 30%.", True),
        ("en-fr", "The firm has a share of 30 %.", "Une part de 30 %.", False),
    ],
)
def test_by_how_much_and_to_how_much(languages: str, source: str, target: str, changed: bool) -> None:
    assert bool(find_changed_amount(source, target, *languages.split("-"))) is changed


def test_words_that_no_table_holds_are_known_by_their_links() -> None:
    source, target = "Der Zeidler verklagte den Müller.", "The miller sued the beekeeper."
    links = [Link(Span(4, 11), Span(20, 29)), Link(Span(26, 32), Span(4, 10))]
    assert find_role_swap(source, target, "de", "en") is None
    assert find_role_swap(source, target, "de", "en", links)
    right = [Link(Span(4, 11), Span(4, 13)), Link(Span(26, 32), Span(23, 29))]
    assert find_role_swap(source, "The beekeeper sued the miller.", "de", "en", right) is None

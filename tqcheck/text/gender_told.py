"""An English "he" whose only verb is a woman's in the source („Казала, що …“), or "she" a man's: by the forms of verbs and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from tqcheck.model import Link
from tqcheck.text import patterns
from tqcheck.text.actors import find_actors
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, read_signs
from tqcheck.text.gender_forms import cases, gendered_verbs
from tqcheck.text.known_people import People
from tqcheck.text.named_speakers import SPEAKS
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

_PRONOUN: dict[Gender, str] = {"male": "he", "female": "she"}
_PAST = (
    r"(?:had|was|wasn't|would|wouldn't|did|didn't|could|couldn't|hadn't|\p{L}{2,}ed|came|went|saw|knew|took|gave|left|lost|won|found|wrote|"
    r"made|said|told|got|kept|met|sold|bought|read|ran|began|became|felt|grew|lived|spent|fell|fled|spoke|taught|thought|brought|built|"
    r"paid|sent|set|put|let|heard|held|led|lay|sat|stood|rose|drew|drove|rode|chose|ate|drank|sang|slept|wore|broke|caught|"
    r"understood|threw|hid|swore|tore|cut|hung|stuck|swam|fought|forgot|shook|woke|stole|lent|bent|burnt|learnt|dug|showed|flew)"
)
_PRONOUN_LINK = 0.45
"""Strength of a link between pronouns that render each other."""
_LIGHT = (
    r"(?:\p{L}+ly\s|also\s|later\s|never\s|then\s|once\s|always\s|still\s|even\s|just\s|first\s|often\s|soon\s|"
    r"(?:him|her)self\s|would\s|not\s|had\s|has\s)*"
)
_WITHOUT_SUBJECT = rf"(?:\b(?:and|but|or|then)|,)\s{_LIGHT}{_PAST}\b"


_SPOKEN = frozenset({"nl", "fr", "da", "no"})
"""Languages that name their subjects, beside those whose table says so."""
_REPORTS = frozenset({"bg", "mk"})
"""Languages whose plain past has no gender."""
_NOBODY = (
    r"\b(?:nobody|no\sone|none|anyone|anybody|each|every|everyone|everybody|someone|somebody|who|whoever|most|few|the\sfirst|"
    r"the\sonly|the\slast|another|one)\b"
)
"""Words whose verbs have a gender of their own."""
_ENCLITIC: dict[str, tuple[str, str]] = {"es": ("los?", "las?"), "pt": ("-l?os?", "-l?as?"), "it": ("lo|gli", "la")}
"""What Romance languages write onto a verb for him and her ("buscarlo")."""
_SAYS = regex.compile(rf"\s{_LIGHT}{SPEAKS}\b")
_NO_NAMES = frozenset(["I", "He", "She", "They", "We", "You", "It", "Who", "There", "This", "That", "And", "But", "So"])


@dataclass(frozen=True, slots=True)
class Told:
    """A pronoun of the translation against the source's form: both places and the sex that the source says.

    `named`: whether a noun says it, which no thing can be.
    """

    target: Span
    source: Span
    expected: Gender
    named: bool = False


def find_told_otherwise(source: str, target: str, source_language: str, links: Sequence[Link] = ()) -> Told | None:
    """The first "he" or "she" of an English sentence whose source has verbs, or pronouns, of the other sex alone.

    `links`: word links; one between two pronouns counts where the translation also has things and crowds that they might be.
    """
    for right, wrong in OTHER_GENDER.items():
        kept, said = read_signs(target, "en", right), read_signs(target, "en", wrong)
        if kept is None or said is None or kept.pronouns or not said.pronouns:
            continue
        if cases(source, source_language, wrong):
            continue
        arguments = source, target, source_language, (right, wrong)
        found = None
        if not gendered_verbs(source, source_language, wrong):
            found = _find_verb(*arguments) or _find_case(*arguments) or _find_noun(*arguments)
        found = found or find_linked_otherwise((source, target), (source_language, "en"), (right, wrong), links)
        if found:
            return found
    return None


def find_linked_otherwise(
    texts: tuple[str, str], languages: tuple[str, str], sexes: tuple[Gender, Gender], links: Sequence[Link]
) -> Told | None:
    """A pronoun that a link joins to one of the right sex, neither of them linked better; the source has none of the wrong one."""
    ours, against = (read_signs(texts[0], languages[0], sex) for sex in sexes)
    said, kept = (read_signs(texts[1], languages[1], sex) for sex in reversed(sexes))
    if not ours or not against or not said or not kept or against.pronouns or kept.persons:
        return None
    for link in links:
        best = max(other.strength for other in links if link.source == other.source or link.target == other.target)
        if link.strength < max(_PRONOUN_LINK, best):
            continue
        one = _holding((*ours.pronouns, *cases(texts[0], languages[0], sexes[0])), link.source.start)
        two = _holding(said.pronouns if languages[1] == "en" else said.persons, link.target.start)
        if one and two:
            return Told(two, one, sexes[0])
    return None


def _holding(places: Sequence[Span], start: int) -> Span | None:
    return next((place for place in places if place[0] <= start < place[1]), None)


def _find_verb(source: str, target: str, language: str, sexes: tuple[Gender, Gender]) -> Told | None:
    """A pronoun that is the subject of as many verbs as the source has of the right sex.

    No noun of that gender is left then that the verbs might agree with.
    """
    acted, ours = _acted(fold(target, "en"), sexes[1]), gendered_verbs(source, language, sexes[0])
    if acted and ours and not acting_names(target) and len(ours) <= len(acted) + _count_without_subject(target):
        return Told(acted[0], ours[0], sexes[0])
    return None


def _find_case(source: str, target: str, language: str, sexes: tuple[Gender, Gender]) -> Told | None:
    """A pronoun where the source has pronouns of the right sex and nobody of the wrong one, and the translation no thing and no crowd."""
    code = table_language(language)
    if not (
        table("gender").get(code, {}).get("explicit") or "no_verbs" in table("gender").get(code, {}) or code in _SPOKEN
    ):
        return None
    ours, against = (read_signs(source, language, sex) for sex in sexes)
    said = read_signs(target, "en", sexes[1])
    if not ours or not against or not said or against.pronouns or len(against.nouns) > len(said.nouns):
        return None
    if patterns.search(r"\b(?:it|its|itself|they|them|their|this|one)\b", fold(target, "en")):
        return None
    places = sorted({*(() if code == "de" else ours.pronouns), *cases(source, language, sexes[0])})
    return Told(said.pronouns[0], places[0], sexes[0]) if places else None


def _acted(folded: str, gender: Gender) -> list[Span]:
    """The pronouns that are the subject of a verb in the past; () where one has a verb in the present."""
    found = patterns.finditer(rf"(?<!\p{{L}}){_PRONOUN[gender]}\s{_LIGHT}{_PAST}(?!\p{{L}})", folded)
    spans = [(match.start(), match.start() + len(_PRONOUN[gender])) for match in found]
    subjects = len(regex.findall(rf"(?<!\p{{L}}){_PRONOUN[gender]}(?!\p{{L}})", folded))
    return spans if len(spans) == subjects else []


def _find_noun(source: str, target: str, language: str, sexes: tuple[Gender, Gender]) -> Told | None:
    """A pronoun where the source's only person is a relative of the right sex, whom the translation does not name."""
    ours, against = (read_signs(source, language, sex) for sex in sexes)
    kept, said = (read_signs(target, "en", sex) for sex in sexes)
    if not ours or not against or not kept or not said or len(ours.nouns) != 1:
        return None
    if against.pronouns or against.nouns or against.names or kept.nouns or kept.names or said.nouns or said.names:
        return None
    if not said.persons or _is_written_on(source, language, sexes[1]):
        return None
    return Told(said.pronouns[0], ours.nouns[0], sexes[0], named=True)


def _is_written_on(source: str, language: str, sex: Gender) -> bool:
    """Whether an infinitive or gerund has a pronoun of that sex written onto it."""
    code = table_language(language)
    if code not in _ENCLITIC:
        return False
    ending = _ENCLITIC[code][sex == "female"]
    return bool(
        patterns.search(
            rf"\p{{L}}(?:[aei]r|[áéíêâô]|ndo)(?:se|me|te|nos)?(?:{ending})(?!\p{{L}})", fold(source, language)
        )
    )


def find_acted_otherwise(source: str, target: str, target_language: str, people: People) -> Told | None:
    """Verbs of a man alone in the translation where a woman alone acts in English, or the reverse; None where there are none.

    `expected` is the sex of the English pronoun or name.
    """
    if table_language(target_language) in _REPORTS or patterns.search(_NOBODY, fold(source, "en")):
        return None
    for right, wrong in OTHER_GENDER.items():
        said, against = gendered_verbs(target, target_language, wrong), read_signs(source, "en", wrong)
        if not said or against is None or against.pronouns or against.nouns or people.places(source, wrong):
            continue
        if gendered_verbs(target, target_language, right) or cases(target, target_language, right):
            continue
        acted, names = _acted(fold(source, "en"), right), _acting(source)
        if any(not people.places(source[slice(*span)], right) for span in names):
            continue
        acted = sorted(
            [*acted, *(names if right == "female" else ()), *(_acting_nouns(source) if acted else ())]
        )  # a man's clause may have a feminine noun as its subject
        speaks = all(_SAYS.match(source, end) for _, end in acted)
        if acted and not speaks and len(said) <= len(acted) + _count_without_subject(source):
            return Told(said[0], acted[0], right)
    return None


def acting_names(text: str) -> list[str]:
    """Words with a capital, sentence openers apart, that are the subject of a verb in the past."""
    return [text[slice(*span)] for span in _acting(text)]


def _acting(text: str) -> list[Span]:
    found = patterns.finditer(rf"(?<!\p{{L}})(\p{{Lu}}[\p{{L}}\-]+)\s{_LIGHT}{_PAST}(?!\p{{L}})", text)
    return [match.span(1) for match in found if match[1] not in _NO_NAMES]


def _acting_nouns(text: str) -> list[Span]:
    """The only person whom a text names by what he is, where it is the subject of a verb in the past: who "he" is there."""
    actors = find_actors(text)
    if len({actor.noun for actor in actors}) != 1:
        return []
    acts = patterns.compiled(rf"\s{_LIGHT}{_PAST}(?!\p{{L}})")
    return [actor.place for actor in actors if acts.match(fold(text, "en"), actor.place[1])]


def _count_without_subject(target: str) -> int:
    return len(regex.findall(_WITHOUT_SUBJECT, fold(target, "en")))

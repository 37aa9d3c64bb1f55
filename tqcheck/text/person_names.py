"""Names of persons in an English text: with the sex that a given name, a title or what they are says; and what acts like a person."""

from __future__ import annotations

from collections.abc import Mapping

import regex

from tqcheck.text import patterns
from tqcheck.text.cast import full_names, name_key
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, is_given_name, read_signs
from tqcheck.text.named_speakers import SPEAKS
from tqcheck.text.participants import find_persons

NAME = r"(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}\-]+"
"""A word with a capital."""
_TITLES: Mapping[Gender, str] = {
    "male": r"(?:Mr|Herr|Monsieur|Señor|Don|Signor|Senhor|Pan|Gospodin|Lord|Sir|King|Prince|Father|Brother)\.?",
    "female": r"(?:Mrs|Ms|Miss|Frau|Madame|Mme|Señora|Doña|Signora|Senhora|Pani|Gospođa|Lady|Queen|Princess|Sister|Aunt|Mother)\.?",
}
_NO_NAMES = frozenset(
    regex.findall(
        r"\w+",
        "North South East West New Great San Santa Saint St Mount Lake Port Dr Mr Mrs Ms Miss Prof Professor Captain President Minister "
        "Mayor Judge Sister Father King Queen Prince Princess Lord Lady Sir Pope Bishop General Colonel Doctor Uncle Aunt The",
    )
)
"""Words that begin a place's name or stand before a person's."""
_FULL = r"\p{Lu}[\p{L}\-]+(?:\s\p{Lu}[\p{L}\-]+)*"
_APPOSITION = rf"(?P<name>{_FULL}),\s(?:\d+,\s)?(?P<what>(?:an?|the)\s[^,.;:“”()]{{3,50}})(?=[,.;)]|\swho\b|$)"
"""A name and what its bearer is: "Han Sang-gu, a former postman, ..."."""
_LIKE_PERSONS = (
    rf"{_FULL}\s{SPEAKS}\b|\b{SPEAKS}\s{_FULL}|{_FULL},\s(?:aged\s)?\d{{1,2}},|{_FULL},?\s(?:who|whose|\(\d\d\))|"
    rf"\b(?:Mr|Mrs|Ms|Dr|Professor|Captain|Judge|Sister|Father)\.?\s{_FULL}"
)
_PRONOUNS = frozenset({"He", "She", "They", "We", "You", "It", "I", "Who"})


def like_persons(text: str) -> frozenset[str]:
    """Keys of names that speak, have an age, a title, a trade, or a relative clause with "who"."""
    found: set[str] = set()
    for match in patterns.finditer(_LIKE_PERSONS, text):
        found |= {name_key(word) for word in regex.findall(NAME, match[0]) if word not in _PRONOUNS | _NO_NAMES}
    trades = {span[1] + 1 for span in find_persons(text)}
    return frozenset(found | {name_key(match[0]) for match in patterns.finditer(NAME, text) if match.start() in trades})


def named(text: str, gives_first: bool) -> list[tuple[str, str]]:
    """(key of a given name or surname, sex) of the full names and the titles of a text."""
    found: list[tuple[str, str]] = []
    for given, surname in full_names(text):
        if given in _NO_NAMES:
            continue
        sex = next((gender for gender in OTHER_GENDER if is_given_name(given, gender)), "") if gives_first else ""
        found.append((name_key(surname), sex))
        if sex or not gives_first:
            found.append((name_key(given), sex))
    return [*found, *titled(text)]


def titled(text: str) -> list[tuple[str, Gender]]:
    """(key of a name, sex of its title) wherever a text gives one."""
    found: list[tuple[str, Gender]] = [
        (name_key(match[1]), gender)
        for gender, titles in _TITLES.items()
        for match in patterns.finditer(rf"\b{titles}\s(\p{{Lu}}[\p{{L}}\-]+)", text)
    ]
    for match in patterns.finditer(_APPOSITION, text):
        gender = _described(match["what"])
        found += [(name_key(word), gender) for word in regex.findall(NAME, match["name"]) if gender]
    return found


def _described(text: str) -> Gender | None:
    """The sex of the first noun that has one, unless it is somebody's whose: "the king's adviser"."""
    nouns: list[tuple[Span, Gender]] = []
    for gender in OTHER_GENDER:
        signs = read_signs(text, "en", gender)
        nouns += [(span, gender) for span in (signs.nouns if signs else ())]
    first = min(nouns, default=None)
    return first[1] if first and text[first[0][1] : first[0][1] + 1] not in ("’", "'") else None

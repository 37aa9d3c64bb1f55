"""An English "he" where the last persons spoken of are women alone, or "she" where they are men: by the names and nouns before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from tqcheck.model import Article
from tqcheck.text.actors import find_actors
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, read_signs
from tqcheck.text.gender_forms import has_man, has_woman
from tqcheck.text.gender_told import acting_names
from tqcheck.text.known_people import People, people_at
from tqcheck.text.participants import find_persons
from tqcheck.text.tables import table
from tqcheck.text.women_roles import has_woman_role
from tqcheck.text.word_patterns import compile_words, fold, table_language

FIRM, FAIR = 0.9, 0.8
"""Raw strength where the source speaks of the right sex too, and where only the translation around does."""
ANYBODY = "anyone anybody everyone everybody someone somebody whoever nobody each every person one's people"
"""Words whose "his" and "her" is nobody's in particular."""
_REACH = 5
"""Sentences back in which the person may be named, if those between speak of nobody."""
_BACK = 1
"""Sentences back in which nobody of the pronoun's sex may be spoken of."""
_NEAR_SHIP = 6
"""Sentences around in which a ship may be what is meant."""
_AROUND = 4
"""Sentences around that show whom the text is about."""
_BESIDE = 24
"""Characters between a name and what its bearer is: "Nurten Akbaş, the village head"."""


_SHIP = regex.compile(
    r"\b(?:ships?|ferry|boats?|vessels?|yachts?|tug(?:boat)?s?|frigate|dhow|schooner|steamer|lifeboat|submarine|locomotive|airship)\b"
)


_KIN = frozenset({"zh", "ja", "ko", "hu", "tr", "fi", "fa"})
"""Languages whose list of what women are holds relatives alone."""


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A pronoun of a sex that nobody it can mean has: its place in the translation, the sex expected, raw strength 0-1."""

    start: int
    end: int
    expected: Gender
    strength: float


def find_misnamed(article: Article, index: int) -> Misnamed | None:
    """The first pronoun of an English sentence whose only possible persons are of the other sex; None where there is none."""
    pair = article.pairs[index]
    if pair.source is None or pair.target is None or table_language(pair.target_language) != "en":
        return None
    for right, wrong in OTHER_GENDER.items():
        signs, kept = read_signs(pair.target.text, "en", wrong), read_signs(pair.target.text, "en", right)
        if not signs or not kept or not signs.pronouns:
            continue
        place = signs.pronouns[0]
        if not signs.persons and compile_words(ANYBODY, "en").search(fold(pair.target.text, "en")):
            continue
        if kept.pronouns and not (place < kept.pronouns[0] and _is_strictly_alone(article, index, wrong)):
            continue
        if _is_own_name(article, index, place, right):
            continue
        told = _is_told(article, index, right)
        if not _is_taken(article, index, wrong, place) and _means(article, index, place, right):
            return Misnamed(*place, right, FIRM if told else FAIR)
    return None


def _is_own_name(article: Article, index: int, place: Span, right: Gender) -> bool:
    """Whether a name of another sex, or of nobody known, stands right before the pronoun: "Salem himself"."""
    target = article.pairs[index].target
    match = regex.search(r"(\p{Lu}[\p{L}\-]+)\s$", target.text[: place[0]]) if target else None
    return bool(match and not people_at(article, index).places(match[1], right))


def has_ship(article: Article, index: int) -> bool:
    """Whether the translation speaks of a ship nearby, which English may call "she"."""
    near = article.pairs[max(0, index - _NEAR_SHIP) : index + _NEAR_SHIP + 1]
    return any(pair.target and _SHIP.search(pair.target.text.lower()) for pair in near)


def _is_strictly_alone(article: Article, index: int, wrong: Gender) -> bool:
    """Whether nobody of the pronoun's sex is spoken of in the sentences around either."""
    near = range(max(0, index - 2 * _BACK), min(len(article.pairs), index + _BACK + 1))
    people = people_at(article, index)
    return not any(_speaks_of(article, number, wrong, people) for number in near if number != index)


def _is_taken(article: Article, index: int, wrong: Gender, place: Span) -> bool:
    """Whether somebody of the pronoun's sex, or somebody of unknown sex, is spoken of near enough to be meant."""
    before = range(max(0, index - _BACK), index)
    people = people_at(article, index)
    if _speaks_here(article, index, wrong, place) or any(
        _speaks_of(article, number, wrong, people) for number in before
    ):
        return True
    texts = [target.text for number in (*before[-1:], index) if (target := article.pairs[number].target) is not None]
    return any(people.strangers(text) for text in texts) or not all(
        people.places(name, OTHER_GENDER[wrong]) for name in acting_names(texts[-1][: place[0]])
    )


def _speaks_here(article: Article, index: int, wrong: Gender, place: Span) -> bool:
    """The same of the pronoun's own sentence: names anywhere, nouns before it, and the source's pronouns.

    A noun of the source counts only where the translation does not have it behind the pronoun: "his son".
    """
    pair, people = article.pairs[index], people_at(article, index)
    if pair.source is None or pair.target is None:
        return False
    ours, theirs = read_signs(pair.source.text, pair.source_language, wrong), read_signs(pair.target.text, "en", wrong)
    nouns = theirs.nouns if theirs else ()
    if people.places(pair.target.text, wrong) or any(span[0] < place[0] for span in nouns):
        return True
    if ours and (ours.pronouns or (ours.nouns and not nouns)):
        return True
    shown = has_woman if wrong == "female" else has_man
    if shown(pair.source.text, pair.source_language):
        return True
    return bool(people.places(pair.source.text, wrong, pair.source_language))


def _speaks_of(article: Article, index: int, gender: Gender, people: People) -> bool:
    """Whether either side of a pair speaks of a person of the sex."""
    pair = article.pairs[index]
    for side, language in ((pair.source, pair.source_language), (pair.target, pair.target_language)):
        signs = read_signs(side.text, language, gender) if side else None
        if side and (people.places(side.text, gender, language) or (signs and (signs.nouns or signs.pronouns))):
            return True
    return False


def _means(article: Article, index: int, place: Span, right: Gender) -> bool:
    """Whether the persons named last before the pronoun are known and of one sex alone."""
    quoted, people = _quoted(article, index, place[0]), people_at(article, index)
    for number in range(index, max(-1, index - _REACH - 1), -1):
        target = article.pairs[number].target
        if target is None or (number < index and _speaks_of(article, number, OTHER_GENDER[right], people)):
            return False
        text = target.text[: place[0]] if number == index else target.text
        found = [span for span in _spoken_of(article, number, right, people) if span[1] <= len(text)]
        found = [span for span in found if _quoted(article, number, span[0]) == quoted]
        others = _others(text, found)
        if not found and len(others or find_actors(text)) == 1 and _is_role(article, number, right):
            return True
        if others:
            return False
        if found:
            named = number == index or not {*found} <= {*_acting(article, number, right)}
            return named or not _is_topic(article, index, OTHER_GENDER[right], right)
    return False


def _is_topic(article: Article, index: int, wrong: Gender, right: Gender) -> bool:
    """Whether the sentences around speak of the pronoun's sex more often: then it takes up their thread again."""
    near = [number for number in range(index - _AROUND, index + _AROUND + 1) if 0 <= number < len(article.pairs)]
    counts = [sum(bool(_acting(article, number, sex)) for number in near if number != index) for sex in (wrong, right)]
    return counts[0] > counts[1]


def _acting(article: Article, index: int, gender: Gender) -> tuple[Span, ...]:
    target = article.pairs[index].target
    signs = read_signs(target.text, "en", gender) if target else None
    return signs.persons if signs else ()


def _spoken_of(article: Article, index: int, gender: Gender, people: People) -> list[Span]:
    """Where a sentence of the translation speaks of persons of a sex."""
    target = article.pairs[index].target
    signs = read_signs(target.text, "en", gender) if target else None
    if target is None or signs is None:
        return []
    names = people.places(target.text, gender)
    return sorted({*names, *signs.nouns, *signs.persons, *signs.possessives})


def _others(text: str, found: list[Span]) -> list[Span]:
    """Nouns of unknown sex that stand for a single person alone, not beside the name of a known one."""
    return [
        span
        for span in find_persons(text)
        if not text[slice(*span)].lower().endswith("s")
        and not any(0 <= span[0] - other[1] <= _BESIDE or 0 <= other[0] - span[1] <= 3 for other in found)
    ]


def _is_role(article: Article, index: int, gender: Gender) -> bool:
    """Whether the source says of one of its sentences what a woman does, where the translation has a noun of no sex."""
    source, code = article.pairs[index].source, table_language(article.source_language)
    return source is not None and code not in _KIN and _has_role(source.text, article.source_language, gender)


def _is_told(article: Article, index: int, right: Gender) -> bool:
    """Whether the source's own sentence, or the one before, says the right sex."""
    for number in (index, index - 1):
        source = article.pairs[number].source if number >= 0 else None
        if source is None:
            continue
        signs = read_signs(source.text, article.source_language, right)
        if _has_role(source.text, article.source_language, right) or (signs and (signs.pronouns or signs.nouns)):
            return True
    return False


def _has_role(text: str, language: str, gender: Gender) -> bool:
    """Whether a text says what a woman does or is, in a word of one gender."""
    if gender != "female":
        return False
    words = table("gender").get(table_language(language), {}).get("woman_role", "")
    listed = bool(words and compile_words(words, language).search(fold(text, language)))
    return listed or has_woman_role(text, language)


@lru_cache(maxsize=4096)
def _quoted(article: Article, index: int, at: int) -> bool:
    """Whether a place of the translation lies in quotation marks that turn, which may have opened some sentences before."""
    before = [pair.target.text for pair in article.pairs[max(0, index - 4) : index] if pair.target]
    here = article.pairs[index].target
    text = "\n".join(before) + "\n" + (here.text[:at] if here else "")
    marks = regex.findall("[“”]", text)
    return bool(marks) and marks[-1] == "“"

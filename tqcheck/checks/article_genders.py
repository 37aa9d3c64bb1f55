"""Rule witness of TQ601: a pronoun whose sex nobody has whom the document speaks of there."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.pair_index import index_in
from tqcheck.model import Article, Hit, Pair
from tqcheck.registry import Context
from tqcheck.text.antecedents import find_misnamed, has_ship
from tqcheck.text.gender import OTHER_GENDER, Gender
from tqcheck.text.gender_told import Told, find_acted_otherwise, find_linked_otherwise, find_told_otherwise
from tqcheck.text.known_people import People, people_at
from tqcheck.text.named_forms import find_named_forms
from tqcheck.text.named_speakers import find_named_speakers
from tqcheck.text.opening_gender import find_opening_gender
from tqcheck.text.owned_nouns import find_other_owner
from tqcheck.text.women_roles import find_role_of_other_sex
from tqcheck.text.word_patterns import table_language

_TOLD = 0.92
"""Raw strength of a pronoun that no form of the source agrees with."""
_PERSON: dict[Gender, str] = {"male": "man", "female": "woman"}
_NAMED = 0.88
"""Raw strength of a verb that is not of the sex of the one who speaks."""


def article_gender(pair: Pair, context: Context) -> Iterator[Hit]:
    """Pronouns and verbs of a sentence against the names beside them and everybody whom the sentences around it speak of."""
    index = index_in(context.article, pair)
    if context.article is None or index is None or pair.target is None:
        return
    for verb, name, _ in find_named_speakers(context.article, index):
        said = pair.source.text[slice(*name)] if pair.source else ""
        seen = pair.target.text[slice(*verb)]
        yield Hit(
            start=verb[0],
            end=verb[1],
            source=name,
            message=f"“{seen}” is not the gender of {said}.",
            confidence=_NAMED,
            witness="pronoun",
        )
    yield from _by_the_source(pair, context.article, index)
    yield from _by_the_name(pair, people_at(context.article, index))
    yield from _by_the_article(pair, context.article, index)


def _by_the_source(pair: Pair, article: Article, index: int) -> Iterator[Hit]:
    """English pronouns and the forms of the other side's sentence against each other."""
    found = _told(pair, people_at(article, index))
    if found is None or pair.source is None or pair.target is None:
        return
    if found.expected == "male" and not found.named and has_ship(article, index):
        return
    said, seen = pair.source.text[slice(*found.source)], pair.target.text[slice(*found.target)]
    yield Hit(
        start=found.target[0],
        end=found.target[1],
        source=found.source,
        message=f"“{said}” is said of a {_PERSON[found.expected]}, “{seen}” is not.",
        confidence=_TOLD,
        evidence=(("source", said),),
        witness="person",
    )


def _by_the_name(pair: Pair, people: People) -> Iterator[Hit]:
    """Verbs and participles right behind a name, in a translation from English."""
    if pair.target is None or table_language(pair.source_language) != "en":
        return
    found = find_named_forms(pair.target.text, pair.target_language, people)
    if found is None:
        return
    form, name, sex = found
    seen, said = pair.target.text[slice(*form)], pair.target.text[slice(*name)]
    yield Hit(
        start=form[0],
        end=form[1],
        message=f"{said} is a {_PERSON[sex]}, “{seen}” is not said of one.",
        confidence=_TOLD,
        witness="person",
    )


def _told(pair: Pair, people: People) -> Told | None:
    if pair.source is None or pair.target is None:
        return None
    texts, languages = (pair.source.text, pair.target.text), (pair.source_language, pair.target_language)
    if found := find_opening_gender(*texts, *languages):
        return found
    if owner := find_other_owner(*texts, *languages, pair.evidence.lexical or ()):
        return Told(*owner, named=True)
    if table_language(pair.target_language) == "en":
        return find_told_otherwise(pair.source.text, pair.target.text, pair.source_language, pair.evidence.links or ())
    if table_language(pair.source_language) == "en":
        found = find_acted_otherwise(pair.source.text, pair.target.text, pair.target_language, people) or _linked(pair)
        return found or _trade(pair.source.text, pair.target.text, pair.target_language)
    return None


def _trade(source: str, target: str, language: str) -> Told | None:
    """What a man does, in a word for women, or the reverse."""
    found = find_role_of_other_sex(source, target, language)
    return Told(*found, named=True) if found else None


def _linked(pair: Pair) -> Told | None:
    """A pronoun of the translation that renders an English one of the other sex."""
    texts = (pair.source.text, pair.target.text) if pair.source and pair.target else ("", "")
    sexes = ((right, wrong) for right, wrong in OTHER_GENDER.items())
    told = (
        find_linked_otherwise(texts, ("en", pair.target_language), both, pair.evidence.links or ()) for both in sexes
    )
    return next((found for found in told if found), None)


def _by_the_article(pair: Pair, article: Article, index: int) -> Iterator[Hit]:
    """English pronouns against the persons named last."""
    found = find_misnamed(article, index)
    if found is None or pair.target is None or (found.expected == "male" and has_ship(article, index)):
        return
    seen = pair.target.text[found.start : found.end]
    yield Hit(
        start=found.start,
        end=found.end,
        message=f"“{seen}” stands where the text speaks of a {_PERSON[found.expected]}.",
        confidence=found.strength,
        witness="person",
    )

"""Words for what a woman does or is, which English has no gender for: «la alcaldesa», „prodavačica“, «القاضية», by the dictionary."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text import patterns
from tqcheck.text.actors import find_actors, is_actor, words_of
from tqcheck.text.bilingual import firm_headwords, read_headwords
from tqcheck.text.bilingual_table import ENGLISH
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, read_signs
from tqcheck.text.word_patterns import fold, table_language

_ARTICLES = {
    "fr": r"(?:la|une|cette)",
    "es": r"(?:la|una|esta|esa|otra|misma)",
    "pt": r"(?:a|uma|esta|essa|da|na|à|pela|outra)",
    "it": r"(?:la|una|questa|quella|della|alla|dalla|altra)",
}
"""Feminine articles of the singular."""
_MEN = {
    "fr": r"(?:le|un|ce)\s(?P<noun>\p{L}+(?:teur|ien|ier|er|eur)|pompier|avocat|voisin|chirurgien)",
    "es": r"(?:el|un|este|ese)\s(?P<noun>\p{L}+(?:or|ero|ogo|ado|ino|ico|ario))",
    "pt": r"(?:o|um|este|esse)\s(?P<noun>\p{L}+(?:or|eiro|ogo|ado|ino|ico|ário))",
    "it": r"(?:il|un|lo|questo)\s(?P<noun>\p{L}+(?:tore|iere|aio|adino))",
}
"""Nouns with their article that have another form for women in everyday use."""
_COMMON = (
    r"^(?:personn|victim|vedett|recru|sentin|star$|víctim|person|guardi|guía|vittim|guid|spi|reclut|testemunh|crianç|pessoa|vítim|"
    r"autoridad|autorité|populati|famili|mair|polic|poliz|polít|scort|compagn|clientèl)|(?:i[oó]n|ione|ção|t[ée]|tà|da[dt]e?)$"
)
"""Feminine words for men and women."""
_ENDINGS = {
    "sr": r"(?:ica|[^aeiou]ka|kinja|inja|sestra)$",
    "ru": r"(?:[^аеиоуяюё]ка|ница|щица|чица|тельница|ша|иня|есса|сестра)$",
    "uk": r"(?:[^аеиоуяюєії]ка|иця|иня|сестра)$",
    "pl": r"(?:[^aeiouy]ka|yni|ini)$",
    "cs": r"(?:[^aeiouíáéýě]ka|yně)$",
    "bg": r"(?:[^аеиоуъ]ка|иня)(?:та)?$",
    "de": r"(?<!^cous)(?<=\p{L}{3})in$",
    "el": r"(?:τρια|ισσα|ίδα)$",
    "ro": r"(?:iță|ița|oare|oarea|easă|easa)$",
    "sv": r"(?:inna|innan|erska|erskan)$",
}
"""How such words end, in the form that dictionaries have."""


def has_woman_role(text: str, language: str) -> bool:
    """Whether a text says what one woman does or is, in a word of that gender alone."""
    return bool(_woman_roles(text, language))


def find_role_of_other_sex(source: str, target: str, target_language: str) -> tuple[Span, Span, Gender] | None:
    """(word of the translation, English pronoun, its sex) where the only person of a sentence is "he" and a woman by the noun, or reversed.

    Of the nouns for men those alone count that have another form for women in everyday use.
    """
    actors = find_actors(source)
    if len(actors) != 1 or patterns.search(r"(?<=[\p{Ll},]\s)\p{Lu}\p{Ll}", source):
        return None
    for right, wrong in OTHER_GENDER.items():
        ours, against = read_signs(source, "en", right), read_signs(source, "en", wrong)
        if not ours or not against or not ours.persons or against.pronouns or against.nouns:
            continue
        places = (_woman_roles if wrong == "female" else _man_roles)(target, target_language)
        found = [place for place in places if not actors[0].meanings.isdisjoint(_heads(target, place, target_language))]
        if len(found) == len(places) == 1:
            return found[0], ours.persons[0], right
    return None


def _heads(text: str, place: Span, language: str) -> frozenset[str]:
    return firm_headwords(text[slice(*place)], language)


@lru_cache(maxsize=4096)
def _woman_roles(text: str, language: str) -> tuple[Span, ...]:
    code = table_language(language)
    if code not in (*_ENDINGS, *_ARTICLES, "ar"):
        return ()
    return tuple(
        (start, end)
        for start, end, _ in read_headwords(text, code, ENGLISH)
        if _is_person(text[start:end], language) and _is_feminine(text, start, end, code)
    )


def _man_roles(text: str, language: str) -> tuple[Span, ...]:
    code = table_language(language)
    if code not in _MEN:
        return ()
    folded = fold(text, code)
    nouns = patterns.finditer(rf"(?<!\p{{L}}){_MEN[code]}(?!\p{{L}})", folded)
    return tuple(match.span("noun") for match in nouns if _is_person(match["noun"], language))


def _is_person(word: str, language: str) -> bool:
    heads = firm_headwords(word, language)
    nouns = [head for head in heads if is_actor(head)]
    return bool(nouns) and 2 * len(nouns) >= len(heads) and (words_of("bodies") | words_of("acting")).isdisjoint(heads)


def _is_feminine(text: str, start: int, end: int, code: str) -> bool:
    word = fold(text[start:end], code)
    if code == "ar":
        return text[start:end].endswith("ة")
    if code in _ARTICLES:
        before = fold(text[:start], code)
        return bool(patterns.search(rf"(?<!\p{{L}}){_ARTICLES[code]}\s$", before)) and not patterns.search(
            _COMMON, word
        )
    lemma = lemma_of(word, code).lower()
    derived = (
        code == "el" or not lemma or (word.startswith(lemma) and len(word) - len(lemma) > 1)
    )  # бухгалтер, бухгалтерка
    return bool(patterns.search(_ENDINGS[code], word if derived else lemma))

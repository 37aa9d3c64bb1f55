"""The part that somebody may have in a clause, by what stands beside the one named: prepositions, articles, case endings, particles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import regex

from tqcheck.text.bilingual_table import canonical, renderings_of
from tqcheck.text.case_forms import has_cases, hides_its_case, part_by_case
from tqcheck.text.dictionary import is_known
from tqcheck.text.german_articles import part_of_der
from tqcheck.text.mentions import Mention
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_latin
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Marks = frozenset[str]
"""Parts: S = acts, O = is acted on, BY = acts in a passive, FROM, TO, THAN, WITH, NOT; X = governed by something else."""

UNMARKED: Marks = frozenset("SO")
"""What nothing tells."""
_STEPS = 4
_OF = frozenset({"de", "di", "of", "van"})
"""Words before a name that may govern it."""
_PERSONAL = r"\s?(?:さん|氏|君|様|先生|社長|たち|達|ら|씨|님|들)?"
"""What Japanese and Korean write behind a name, before its particle."""
_SUFFIXING = frozenset({"tr", "fi", "hu"})
"""Languages whose dictionary form is the whole of a word, before which no other part is written."""
_NOMINATIVES = {"ru": ("ы", "и"), "uk": ("и", "і"), "sr": ("i",), "cs": ("i", "é")}
"""Ends of nouns of several persons who act, and are not acted on."""
_WOMEN = r"(?:woman|wife|mother|sister|daughter|aunt|girl|queen|nurse|widow|ress|lady|nun)$"


def marks_of(text: str, mention: Mention, language: str, *, bare: bool = False) -> Marks:
    """The parts that the one mentioned may have in the text that is not English; `UNMARKED` where nothing tells.

    `bare`: it stands in the form that dictionaries have, so that its last letters are no ending ("kaptan").
    """
    code = table_language(language)
    facts = table("role_marks").get(code)
    if facts is None:
        return frozenset("X")
    folded = fold(text, language)
    found = _behind(folded, mention.other[1], code) if "after" in facts else frozenset()
    found |= _before(folded, text, mention.other[0], code)
    if found & {"X"}:
        return found
    if code == "de" and found <= UNMARKED and (part := part_of_der(folded, mention)):
        return part
    if "ending" in facts and found <= {"NOT"} and not bare:
        return found | _by_ending(_with_suffix(mention, text), code)
    return found if found - {"NOT"} else found | UNMARKED


def marks_of_party(text: str, mention: Mention, senses: frozenset[str], language: str) -> Marks:
    """The same of a noun whose dictionary forms are known by its headwords: the case is read off them; ? = some case that nothing tells."""
    if hides_its_case(text, mention.other[0], mention.words[1], language):
        return UNMARKED
    written = canonical(mention.words[1], language)
    bare = any(written in renderings_of(sense, language) for sense in senses)
    marks = marks_of(text, mention, language, bare=bare and table_language(language) in _SUFFIXING)
    if (
        not senses
        or mention.name
        or not has_cases(language)
        or marks & {"X", "NOT", "WITH", "TO", "FROM", "BY", "THAN"}
    ):
        return marks
    found = part_by_case(mention.words[1], senses, language, mention.person)
    if found:
        return frozenset({found})
    return UNMARKED if bare else UNMARKED | {"?"}


def _with_suffix(mention: Mention, text: str) -> Mention:
    """A Turkish name with what is written behind its apostrophe."""
    suffix = regex.match(r"['’]\p{L}{1,4}", text[mention.other[1] :])
    return replace(mention, words=(mention.words[0], mention.words[1] + suffix[0])) if suffix else mention


def is_ordered(language: str) -> bool:
    """Whether the one who acts stands first in the language, unless something marks another."""
    return bool(table("role_marks").get(table_language(language), {}).get("fixed"))


def _before(folded: str, text: str, place: int, code: str) -> Marks:
    """What the prepositions and articles before a place say; one unknown word may stand between (an adjective, a title)."""
    if code in UNSPACED:
        return frozenset(_pieces_before(folded, place, code))
    single, phrases = _prepositions(code)
    articles = _articles(code)
    found, strangers, cases = set[str](), 0, set[str]()
    at = place
    for word, start in _words_back(folded, place):
        if regex.search(r"[,.;:!?()«»„“”\"。]", folded[start + len(word) : at]):
            break
        at = start
        phrase = next(
            (
                parts
                for key, parts in phrases
                if folded[:start].endswith(key + " ") or folded[: start + len(word)].endswith(key)
            ),
            None,
        )
        if word in single or phrase:
            if strangers and not cases and word in _OF:
                break  # "a company of fishermen Aquamar": the name stands beside, not under
            found |= phrase or single[word]
            continue
        if found:
            break
        if word in articles:
            cases |= articles[word]
            continue
        strangers += 1
        if strangers > 1 or cases or (code == "de" and text[start].isupper() and not text[place].isupper()):
            break
    return frozenset(found or cases)


def _words_back(text: str, place: int) -> Iterator[tuple[str, int]]:
    """The words before a place, the nearest first, each with its offset."""
    words = list(regex.finditer(r"[\p{L}\p{M}]+['’]?", text[max(0, place - 60) : place]))[-_STEPS:]
    return ((match[0].replace("’", "'"), max(0, place - 60) + match.start()) for match in reversed(words))


@cache
def _prepositions(code: str) -> tuple[dict[str, set[str]], list[tuple[str, set[str]]]]:
    """(one word -> parts, phrases of several words with their parts)."""
    single, phrases = dict[str, set[str]](), dict[str, set[str]]()
    for part, words in table("role_marks")[code].get("before", {}).items():
        for word in words.split():
            kept = phrases if "_" in word else single
            kept.setdefault(word.replace("_", " "), set()).add(part)
    return single, sorted(phrases.items())


@cache
def _articles(code: str) -> dict[str, set[str]]:
    facts = table("role_marks")[code].get("article", {})
    return {word: set(parts.replace("G", "")) for parts, words in facts.items() for word in words.split()}


def _pieces_before(text: str, place: int, code: str) -> Iterator[str]:
    for part, words in table("role_marks")[code].get("before", {}).items():
        if any(text[:place].endswith(word) for word in words.split()):
            yield part


def _behind(text: str, end: int, code: str) -> Marks:
    """What the particles and postpositions behind a place say."""
    longest = dict[str, int]()
    for part, pattern in _followers(code):
        if match := pattern.match(text, end):
            longest |= dict.fromkeys(set(part) if part == "SO" else {part}, match.end())
    most = max(longest.values(), default=0)
    return frozenset(part for part, length in longest.items() if part != "X" or length == most)


@cache
def _followers(code: str) -> list[tuple[str, regex.Pattern[str]]]:
    found = []
    for part, words in table("role_marks")[code].get("after", {}).items():
        options = "|".join(str(regex.escape(word)).replace("_", r"\s?") for word in words.split())
        if code in UNSPACED:
            found.append((part, regex.compile(rf"{_PERSONAL}(?:{options})")))
        else:
            found.append((part, regex.compile(rf"\s(?:\p{{L}}[\p{{L}}\p{{M}}]*\s)?(?:{options})(?![\p{{L}}\p{{M}}])")))
    return found


def _by_ending(mention: Mention, code: str) -> Marks:
    """What the case of a word says; a name is held against its English form, a person's noun in a consonant is no object."""
    base, form = mention.words[0].lower(), mention.words[1].lower().replace("’", "'")
    if form[-1] in "aа" and mention.person and not mention.name and not mention.plural:
        return _of_woman_or_object(base, form, code)
    if code == "sr":
        form = to_latin(form)
    if mention.name and base[-1] in "eo" and form[:-1] == base[:-1] and form[-1] != base[-1]:
        return frozenset("O")  # Marko, Marku
    if mention.name and (base[-1] in "eiouy" or _is_bare(base, form)):
        grown = code in ("tr", "hu", "fi") and len(form) > len(base) + 1
        return (
            _by_letters(mention, base, form, code) if grown else UNMARKED
        )  # names of clubs and places are objects as well
    return _by_letters(mention, base, form, code)


def _by_letters(mention: Mention, base: str, form: str, code: str) -> Marks:
    for part, ending in _endings(code):
        if form.endswith(ending) and len(form) > 3:
            if part == "P":
                many = mention.plural and mention.person and ending in _NOMINATIVES.get(code, ())
                return frozenset("S" if many else "SO" if mention.plural else "O")
            if part == "SO":
                return frozenset("O") if mention.name and not _is_vowel(base[-1]) else UNMARKED
            return frozenset({part, "O"}) if part == "BY" else frozenset({part})
    return frozenset("S") if mention.person else UNMARKED


def _of_woman_or_object(base: str, form: str, code: str) -> Marks:
    """A person's noun in -a: a woman who acts, or a man in another case, whose word the dictionary has without the letter."""
    if regex.search(_WOMEN, base):
        return frozenset("S")
    if code == "sr" and form.endswith(("ista", "иста")):
        return UNMARKED  # biciklista acts in Serbian, and is acted on in Croatian
    if form.endswith(("ka", "ка")):
        return UNMARKED  # lekarka is no form of what looks like lekarek
    stem = form[:-1]
    stems = (stem, *(f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "еоаeoa"))  # отца, отец; lovca, lovac
    return frozenset("O") if any(is_known(item, code) for item in stems) else UNMARKED


@cache
def _endings(code: str) -> list[tuple[str, str]]:
    """(part, endings), the longest endings first, so that -ом is not read as -м."""
    flat = [
        (part, ending)
        for part, words in table("role_marks")[code].get("ending", {}).items()
        for ending in words.split()
    ]
    return sorted(flat, key=lambda item: -len(item[1]))


def _is_bare(base: str, form: str) -> bool:
    """Whether a name stands in its first form: as long as in English, or in another alphabet with the same kind of end."""
    if base[0].isascii() == form[0].isascii() or form[0] < "\u0250":
        return form == base
    return _is_vowel(base[-1]) == _is_vowel(form[-1]) and form[-1] not in "уюеую"


def _is_vowel(letter: str) -> bool:
    return letter in "aeiouyаеиоуыэюяіїєёáéíóúýěů"

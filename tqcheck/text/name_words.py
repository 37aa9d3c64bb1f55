"""Words of a text that may be names, with their sounds; calendar words, countries and languages, which are translated, apart."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from tqcheck.text.dictionary import is_common, is_known
from tqcheck.text.family_names import is_person
from tqcheck.text.foreign_letters import foreignness
from tqcheck.text.function_words import closed_classes
from tqcheck.text.han_readings import bare_run, is_transcription, transcribing
from tqcheck.text.locale_facts import locales_of, primary
from tqcheck.text.sounds import Sounds, sounds_of
from tqcheck.text.tables import table
from tqcheck.text.written_onto import is_written_onto

CASELESS = frozenset("ar fa ur he yi hi mr ne bn gu pa ta te kn ml ka ko zh ja".split())  # noqa: SIM905
"""Languages whose script has sounds here, but no capitals."""
UNSPACED = frozenset({"zh", "ja"})
"""Languages that set no spaces, and whose foreign names stand out by their characters: katakana, and those that transcribe."""
UNSUPPORTED = frozenset({"th", "km", "lo", "my", "am", "bo", "dz", "si", "or"})
"""Languages whose names are not looked for: no spaces, or no table of sounds."""
NOUNS_IN_CAPITALS = frozenset({"de", "lb"})
_OPENERS = frozenset(".!?…:;\"“”„«»‘’'()[]—–-•|/\n\ufffdc।۔؟")
_ENDS = frozenset(".!?…:;-–—\n\ufffd。۔؟")
_CLOSERS = ")]\"”“»’'"
"""Marks before a space, which close what a sentence goes on behind: `"...," Trump said`, (CNN) Trump, Dragons' Den."""
_ELISIONS = regex.compile(r"(?<!\p{L})(?:\p{L}|qu|Qu)['’]$")
_JOINTS = frozenset("·•‧・．（(")
LEAST = 3
"""Letters of the shortest name."""
_LEAST_UNKNOWN = 4
"""Letters of the shortest word that is a name because no dictionary knows it; characters of the shortest run that transcribes one."""
_LEAST_RUN = 2
_FOREIGN = 1.0
"""Letters (`foreign_letters`) from which a word looks like a foreign name."""
_LONGEST_TITLE, _LONGEST = 4, 24
"""Letters of the longest abbreviated title (Sen., Capt.), and of the longest word that is taken for a name."""
_LEAD = 8
"""Letters before a word that tell whether a sentence begins there."""


_TITLE = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}{0,3}\.[ \u00a0]?$")
"""An abbreviated title or first name before a name: no sentence ends there (St. Martin, Dr. Adams, Св. Мартин)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: offsets, text, and whether it opens a sentence."""

    start: int
    end: int
    text: str
    initial: bool

    @property
    def sounds(self) -> Sounds:
        """Its consonants (`sounds_of`); most words are never asked for them."""
        return sounds_of(self.text)


def _known_runs() -> list[str]:
    """Usual Chinese spellings of names with a character that transcribes in few names (彼得, 大卫), the longest first."""
    forms = {form for row in str(table("usual_names")["zh"]).split() for form in row.partition(":")[2].split("/")}
    mixed = [form for form in forms if 0 < sum(char not in transcribing() for char in form) <= len(form) / 2]
    return sorted(mixed, key=lambda form: (-len(form), form))


@cache
def _pattern() -> regex.Pattern[str]:
    spaced = r"[[\p{L}\p{M}\u200c]--[\p{Han}\p{Hiragana}\p{Katakana}ー々\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]"
    known, one = "|".join(_known_runs()), f"[{''.join(sorted(transcribing()))}]"
    run = rf"(?:{known})(?:{known}|{one}){{0,11}}+|{one}(?:{known}|{one}){{1,11}}+"
    return regex.compile(
        rf"(?V1)[\p{{Katakana}}ー]{{2,40}}+|{run}"
        rf"|(?<![{spaced}\p{{N}}#@_])(?:\p{{Hebrew}}{{1,20}}+['׳]\p{{Hebrew}}{{1,20}}+|{spaced}{{2,40}}+)(?![\p{{N}}_@])"
    )


def is_unspaced(word: str) -> bool:
    """Whether a word is a run of katakana or of Chinese characters."""
    return "\u3040" <= word[0] <= "\u9fff"


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Words of a text with their sounds; of scripts without spaces the runs that may transcribe a name."""
    found = []
    for match in _pattern().finditer(text):
        start = match.start()
        if start and text[start - 1] in "'’":
            elided = _ELISIONS.search(text, max(0, start - _LEAST_UNKNOWN), start)
            if elided is None and text[start - 2 : start - 1].isalnum():
                continue
            start = elided.start() if elided else start
        first, end = match.span()
        if match[0][0] > "\u33ff" and match[0][0] < "\uac00":
            first, end = bare_run(text, first, end)
            if end - first < _LEAST_RUN:
                continue
        found.append(Word(first, end, text[first:end], _is_initial(text, start)))
    return tuple(found)


def _is_initial(text: str, start: int) -> bool:
    """Whether a sentence may begin at an offset."""
    before = text[max(0, start - _LEAD) : start]
    lead = before.rstrip(" \u00a0")
    if not lead:
        return start < _LEAD
    if lead[-1] in _CLOSERS and len(lead) < len(before):
        inner = lead.rstrip(f"{_CLOSERS} \u00a0")
        return not inner or inner[-1] in _ENDS
    titled = lead[-1] == "." and _TITLE.search(text, max(0, start - 8), start) is not None
    return lead[-1] in _OPENERS and not titled


@lru_cache(maxsize=4096)
def names_in(text: str, language: str) -> tuple[Word, ...]:
    """Words that may be names.

    With capitals: a capital inside a sentence, or at its head before another capital or of a word that no dictionary knows; in German all
    nouns have one. Without: a word that the dictionary does not know; in Chinese and Japanese a run of characters that transcribe.
    """
    code = primary(language)
    if code in UNSUPPORTED:
        return ()
    if code in CASELESS:
        return tuple(word for word in words_of(text) if _stands_out(word, code, text))
    translated, grammar = translated_names(language), closed_classes(language).function
    return tuple(
        word
        for word in words_of(text)
        if len(word.text) >= LEAST
        and word.text[0].isupper()
        and word.text[1].islower()
        and word.text.lower() not in translated
        and not _is_title(word, text)
        and not (word.text.lower() in grammar and (word.initial or len(word.text) <= LEAST or not is_person(word.text)))
        and not (
            word.initial and not text[word.end + 1 : word.end + 2].isupper() and not _heads_as_name(word, language)
        )
    )


def _is_title(word: Word, text: str) -> bool:
    """Whether a word may be an abbreviated title: short, with a point that does not end the text behind it."""
    behind = text[word.end : word.end + _LEAD]
    return len(word.text) <= _LONGEST_TITLE and behind[:1] == "." and any(char.isalnum() for char in behind)


def is_functional(word: str, language: str) -> bool:
    """Whether a word is grammar (the, after), and no name of a person (Will, Mark)."""
    return word.lower() in closed_classes(language).function and (len(word) <= LEAST or not is_person(word))


def _is_rare(word: Word, language: str) -> bool:
    """Whether a word is long, and in no dictionary of its language."""
    return len(word.text) >= _LEAST_UNKNOWN and is_known(word.text.lower(), language) is False


def _heads_as_name(word: Word, language: str) -> bool:
    """Whether a word that opens a sentence is a name: a rare one, or a person's that the dictionary has only with a capital."""
    if _is_rare(word, language):
        return True
    nouns = primary(language) in NOUNS_IN_CAPITALS
    return (
        len(word.text) >= _LEAST_UNKNOWN and not nouns and is_person(word.text) and not is_common(word.text, language)
    )


def _stands_out(word: Word, code: str, text: str) -> bool:
    """Whether a word without capitals looks like a name; two characters do in Chinese, or beside a dot."""
    if word.text[0].isascii():
        return len(word.text) >= LEAST and word.text[0].isupper() and not word.text.isupper()
    if code in UNSPACED:
        edges = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
        least = LEAST - (code == "zh" or not _JOINTS.isdisjoint(edges))
        if code == "ja":
            return len(word.text) >= least and word.text[0] < "\u3100"
        return len(word.text) >= least and word.text[0] >= "\u3100" and is_transcription(word.text)
    return (_is_rare(word, code) or _looks_foreign(word, code)) and not is_written_onto(word.text, code)


def _looks_foreign(word: Word, code: str) -> bool:
    """Whether a word that the dictionary knows only without what is glued to it has the letters of foreign names (ليبرون)."""
    return (
        len(word.text) >= _LEAST_UNKNOWN and foreignness(word.text, code) >= _FOREIGN and not is_common(word.text, code)
    )


def is_doubtful(word: Word, text: str, language: str) -> bool:
    """Whether a word is part of a hyphenated one that is no double name, or two that lost their space: too long, or in two alphabets."""
    if len(word.text) > _LONGEST or len({char < "\u0250" for char in word.text if char.isalpha()}) > 1:
        return True
    edges = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    if "-" not in edges or is_unspaced(word.text):
        return False
    return (
        primary(language) in NOUNS_IN_CAPITALS
        or _double().search(text, max(0, word.start - _LONGEST), word.end + _LEAD) is None
    )


@cache
def _double() -> regex.Pattern[str]:
    """Two names with a hyphen between them: Berners-Lee."""
    return regex.compile(r"\p{Lu}\p{Ll}{1,20}+-\p{Lu}\p{Ll}")


@cache
def translated_names(language: str) -> frozenset[str]:
    """Words with capitals that are translated, not transcribed: months, weekdays, languages of CLDR, words of titles; in small letters."""
    found = set(table("title_words").get(primary(language), "").split())
    for locale in locales_of(language):
        tables = [locale.languages.values()]
        tables += [names["wide"].values() for field in (locale.months, locale.days) for names in field.values()]
        found |= {word.lower() for names in tables for name in names for word in str(name).replace("-", " ").split()}
    return frozenset(found)

"""How a sentence begins, or who speaks in it, against an English "he" or "she": „Otišao je …“ → "She left", «Arrivata in vetta» → "he".

An English sentence whose subject is a pronoun has that person as its subject in the other language too, which often says so by its first
word alone: a pronoun, a past or a participle that agrees. Who quotes himself agrees with what he says ("Byłam pewna" → "he recalls").
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.text import patterns
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.english_side import EnglishSide, english_side
from tqcheck.text.gender import OTHER_GENDER, Gender, Span, read_signs
from tqcheck.text.gender_forms import gendered_verbs
from tqcheck.text.gender_told import Told
from tqcheck.text.named_speakers import SPEAKS
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import fold, table_language

_HE: dict[Gender, str] = {"male": "he", "female": "she"}
_SUBJECT = r"^[“\"]?(?:[^,.;:!?“”\"]{2,70},\s)?(?P<who>HE)(?:['’](?:s|d|ll))?\s(?!and\s|or\s)"
_FIRST = r"^[“\"]?HE(?:['’](?:s|d|ll))?\s"
_SAYING = (
    r"(?<!\p{L})(?P<who>HE)\s(?:\p{L}+ly\s)?(?:"
    + SPEAKS
    + r"|laughs|laughed|remarks|smiles|shrugs|sighs|jokes|joked)(?!\p{L})(?!\sof\s)|(?:said|says|recalls|remembers)\s(?P<who>HE)(?!\p{L})"
)
_MARK = r"^[\s„“”\"«»'‘’—–\-¿¡]*"
_PARTICLE = r"(?:(?:не|ne|nie|nije|није|się|se|се|je|је|už|już|też|także|a|а|i|и|та|й)\s)?"
_BEHIND = (
    r"(?=,|\s(?:in|nel|nella|nello|a|ad|al|alla|all['’]\p{L}+|da|dal|dalla|dai|di|del|della|dei|con|per|su|tra|fra|e|ed|ma|sotto|en|de|por|"
    r"para|y|pero|entre|em|no|na|do|das|dos|pelo|pela|com|ao|à|mas|dans|par|pour|au|aux|sur|sous|et|mais|chez|sans|sin|sem|senza|hace|há)"
    r"(?!\p{L}))"
)
"""What follows a participle that agrees with the subject of the sentence, and no noun of its own."""
_VERBS = frozenset({"ar", "hi"})
"""Languages whose table has verbs, not participles."""
_NEAR = 40
"""Characters of an English sentence in which nobody of the other sex may be its subject."""


def find_opening_gender(source: str, target: str, source_language: str, target_language: str) -> Told | None:
    """The first place of the translation whose sex is not the one of the source's counterpart; at most one."""
    pair = english_side(source, target, source_language, target_language)
    if pair is None or table_language(pair.language) not in table("openings"):
        return None
    for said, other in OTHER_GENDER.items():
        kept = read_signs(pair.english, "en", other)
        if kept is None or any(start < _NEAR for start, _ in kept.persons):
            continue
        for english, place in _contradictions(pair, said, other):
            ours, theirs = pair.places(english, place)
            return Told(ours, theirs, said if pair.is_source else other)
    return None


def _contradictions(pair: EnglishSide, said: Gender, other: Gender) -> Iterator[tuple[Span, Span]]:
    """(English pronoun of a sex, word of the other side of the other sex)."""
    folded = fold(pair.english, "en")
    subject = patterns.match(_SUBJECT.replace("HE", _HE[said]), folded)
    if subject and not _pronoun(pair, said):
        place = _opening(pair, other, first=bool(patterns.match(_FIRST.replace("HE", _HE[said]), folded)))
        if place:
            yield subject.span("who"), place
    speaker = patterns.search(_SAYING.replace("HE", _HE[said]), folded)
    if speaker and not patterns.search(rf"(?<!\p{{L}}){_HE[other]}(?!\p{{L}})", folded):
        place = _of_himself(pair, other)
        if place and not _of_himself(pair, said):
            yield speaker.span("who"), place


def _opening(pair: EnglishSide, sex: Gender, *, first: bool) -> Span | None:
    """The first word of the other side where it says that the subject is of a sex; `first`: the English pronoun is the first word too."""
    return (_pronoun(pair, sex) or _verb(pair, sex) if first else None) or _participle(pair, sex, being=first)


def _pronoun(pair: EnglishSide, sex: Gender) -> Span | None:
    return _match(pair, rf"(?P<word>{words})" if (words := _facts(pair, _HE[sex])) else "")


def _verb(pair: EnglishSide, sex: Gender) -> Span | None:
    """A past, or in Arabic a future, that is the first word; in Hindi the verb at the end that agrees with it."""
    if table_language(pair.language) in _VERBS:
        return _match(pair, _facts(pair, f"opens_{_HE[sex]}"))
    folded = fold(pair.other, pair.language)
    mark = patterns.match(_MARK, folded)
    start = mark.end() if mark else 0
    particle = patterns.match(_PARTICLE, folded[start:])
    starts = (start, start + (particle.end() if particle else 0))
    return next((span for span in gendered_verbs(pair.other, pair.language, sex) if span[0] in starts), None)


def _participle(pair: EnglishSide, sex: Gender, *, being: bool) -> Span | None:
    """A participle that is the first word, or stands behind a form of "to be" that is."""
    words = _facts(pair, f"opens_{_HE[sex]}")
    if not words or table_language(pair.language) in _VERBS:
        return None
    word = rf"(?P<word>(?!(?:{_facts(pair, 'never')})(?!\p{{L}}))(?:{words}))"
    found = _match(pair, word + _BEHIND)
    if found is None and being and (forms := _facts(pair, "being")):
        return _match(pair, f"{forms}{word}")
    return found


def _match(pair: EnglishSide, pattern: str) -> Span | None:
    """Where the other side begins with a pattern's `word`."""
    if not pattern:
        return None
    end = "" if table_language(pair.language) in ("zh", "ja", "ko") else r"(?!\p{L})"
    found = patterns.match(_MARK + pattern + end, fold(pair.other, pair.language))
    return found.span("word") if found else None


def _of_himself(pair: EnglishSide, sex: Gender) -> Span | None:
    """A form that a speaker of a sex uses of himself; in Polish nouns and presents (działam) end so too."""
    words = _facts(pair, f"i_{_HE[sex]}")
    if not words:
        return None
    for match in patterns.finditer(rf"(?<!\p{{L}})(?:{words})(?!\p{{L}})", fold(pair.other, pair.language)):
        if table_language(pair.language) != "pl" or _is_polish_past(match[0]):
            return match.start(), match.end()
    return None


def _is_polish_past(word: str) -> bool:
    lemma = lemma_of(word, "pl")
    return word in ("byłam", "byłem") or (lemma.endswith("ć") and lemma != f"{word[:-1]}ć")


def _facts(pair: EnglishSide, key: str) -> str:
    return str(table("openings")[table_language(pair.language)].get(key, ""))

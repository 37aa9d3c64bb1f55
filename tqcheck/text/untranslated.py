"""Which words of a translation are still the source's: whole sentences, clauses, single words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from tqcheck.model import Segment
from tqcheck.text.dictionary import speaks_only
from tqcheck.text.languages import common_shares, identify, primary, related, same_language
from tqcheck.text.left_over_words import is_german_noun, is_left_over, loanwords
from tqcheck.text.masks import FILLER, blank
from tqcheck.text.quotations import quoted_ranges
from tqcheck.text.scripts import dominant_script, has_case, has_unspaced, script_counts
from tqcheck.text.segment import words

COPIED = 0.8
"""Share of a sentence's words that stand in the source in the same order from which the sentence is a copy."""

FOREIGN = 0.4
"""Share of a source sentence's words that are frequent in a third language from which it is a quotation in that language."""

LATIN_LANGUAGES = frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "sv", "pl"})
"""Languages that articles quote from."""

_SIGNS = ("Han", "Hiragana", "Katakana", "Hangul")
_WORD_OF_SIGNS = 6
"""Chinese, Japanese or Korean signs up to which what was left is a word."""

_PARTICLE = 3
"""Letters of the longest word inside a name: van der, de la, bin, von."""

_NOUN = 0.7
"""Confidence that a capitalised German word is no name."""

_BRACKETS = regex.compile(r"[(\[（][^()\[\]（）]*[)\]）]|[\"“”„«»‹›「『][^\"“”„«»‹›「」『』]{1,60}[\"“”«»‹›」』]")

_MIXED = regex.compile(r"\p{Ll}\p{Lu}")
_SPEECH = regex.compile(r"[,.!?…،؟।。]\s*[\"“”„«»‹›」』]|[\"“”„«»‹›」』]\s*[,،]")
"""What ends a quotation that is speech, no title: a stop or comma inside, or a comma behind."""

_ADDRESS = regex.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[\x21-\x7e]*)?(?!\w)", regex.I
)
"""Addresses read the same in every language."""


@dataclass(frozen=True, slots=True)
class Remnant:
    """View offsets of untranslated words in the translation and in the source; grain is clause or word; confidence 0-1."""

    start: int
    end: int
    source: tuple[int, int]
    grain: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str

    @property
    def plain(self) -> bool:
        """Whether it may be an ordinary word: two letters or more, no capital in it."""
        return self.end - self.start > 1 and self.word[0].isalpha() and not self.named

    @property
    def named(self) -> bool:
        """Whether it is written like a name: a capital at its head or inside."""
        return self.word[0].isupper() or bool(_MIXED.search(self.word))


def untranslated_sentence(source: str, target: Segment, languages: tuple[str, str], script: str) -> float:
    """Confidence 0-1 that a whole sentence is in the source's language; 0 = it is not.

    Args:
        source: the aligned source text, or "" where nothing is aligned.
        target: the sentence.
        languages: of source and translation.
        script: the script that the translation as a whole is written in.
    """
    if not languages[0] or not languages[1] or same_language(*languages):
        return 0.0
    bare = _ADDRESS.sub(" ", blank(target.text, target.marks).replace(FILLER, " "))
    tokens = _tokens(bare)
    plain = [token for token in tokens if token.plain]
    if len(plain) < 2 and not has_unspaced(bare):
        return 0.0
    if source and _in_third_language(source, languages):
        return 0.0
    here = _main_script(" ".join(token.word for token in tokens if not token.word[0].isupper()))
    if source and here != script and here == dominant_script(source):
        return 0.95
    copied = _copied_share(_tokens(source), tokens)
    shares = common_shares(bare, frozenset(map(primary, languages)))
    ours, theirs = shares.get(primary(languages[0]), 0.0), shares.get(primary(languages[1]), 0.0)
    if copied >= COPIED and len(plain) * 2 >= len(tokens):
        if ours > theirs:
            return 0.95 if ours > theirs + 0.1 else 0.85
        if ours == theirs and speaks_only(languages[0], [token.word for token in plain], languages[1]):
            return 0.85
    return _by_language(bare, len(plain), languages, ours, theirs)


def _in_third_language(source: str, languages: tuple[str, str]) -> bool:
    """Whether the source quotes another language there ("Il faut bien le faire." in an English article), which a translation keeps."""
    shares = common_shares(source, LATIN_LANGUAGES)
    own = max((share for code, share in shares.items() if code in map(primary, languages)), default=0.0)
    return len(_tokens(source)) >= 3 and max(shares.values(), default=0.0) >= FOREIGN > 3 * own


def _main_script(text: str) -> str:
    """The script that says most: a Chinese, Japanese or Korean sign as much as three letters."""
    weighed = {script: count * (3 if script in _SIGNS else 1) for script, count in script_counts(text).items()}
    return min(weighed, key=lambda script: (-weighed[script], script), default="")


def _by_language(text: str, plain: int, languages: tuple[str, str], ours: float, theirs: float) -> float:
    """Confidence from the language alone, for sentences that are aligned to nothing or to another sentence."""
    if plain < 6 or ours < 0.15 or theirs > ours / 3 or related(*languages):
        return 0.0
    found = identify(text, frozenset(languages))
    return 0.9 if found.language and same_language(found.language, languages[0]) and found.confidence >= 0.9 else 0.0


def find_remnants(source: Segment, target: Segment, languages: tuple[str, str], script: str) -> Iterator[Remnant]:
    """Clauses and words of a translated sentence that were left as they stand in the source; bracketed, marked and titles are kept."""
    if same_language(*languages) or not all(languages) or related(*languages):
        return
    if _in_third_language(source.text, languages):
        return
    ours, theirs = _tokens(source.text), _tokens(blank(target.text, target.marks))
    kept = _kept(target)
    for first, other, length in _shared_runs(ours, theirs):
        run = theirs[other : other + length]
        if any(start < run[-1].end and run[0].start < end for start, end in kept) and not _is_speech(run, target.text):
            continue
        for start, end, grain, confidence in _judge(run, languages, script):
            place = ours[first + start].start, ours[first + end - 1].end
            yield Remnant(run[start].start, run[end - 1].end, place, grain, confidence)
        for at, token in enumerate(run):
            mine, beside = (
                ours[first + at],
                [theirs[i].word if 0 <= i < len(theirs) else "" for i in (other + at - 1, other + at + 1)],
            )
            if token.named and is_german_noun(token.word, source.text, mine.start, (beside[0], beside[1]), languages):
                yield Remnant(token.start, token.end, (mine.start, mine.end), "word", _NOUN)


def _judge(run: Sequence[_Token], languages: tuple[str, str], script: str) -> Iterator[tuple[int, int, str, float]]:
    """(first, end, grain, confidence) of what was left untranslated in a shared run: all of it, or the ordinary words between names."""
    signs = "".join(token.word for token in run)
    if script not in _SIGNS and len(signs) > 1 and all(dominant_script(token.word) in _SIGNS for token in run):
        yield 0, len(run), "clause" if len(signs) > _WORD_OF_SIGNS else "word", 0.9
        return
    if len(run) >= 3 and (confidence := _clause(run, languages, script)):
        yield 0, len(run), "clause", confidence
        return
    for start, end in _plain_stretches(run):
        if confidence := _words(run[start:end], languages, script):
            yield start, end, "clause" if end - start >= 3 else "word", confidence


def _plain_stretches(run: Sequence[_Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(len(run) + 1):
        if place == len(run) or not run[place].plain:
            if place > start:
                yield start, place
            start = place + 1


def _is_speech(run: Sequence[_Token], text: str) -> bool:
    """Whether a run is a whole spoken sentence inside quotation marks: those are translated, titles are kept."""
    small = sum(not token.named for token in run)
    return small >= 3 and small * 4 >= len(run) * 3 and bool(_SPEECH.match(text, run[-1].end))


def _clause(run: Sequence[_Token], languages: tuple[str, str], script: str) -> float:
    text = " ".join(token.word for token in run)
    plain = [token for token in run if token.plain]
    if has_case(text) and (len(plain) < 2 or len(plain) * 2 < len(run)):
        return 0.0
    if run[0].named and run[-1].named and all(len(token.word) <= _PARTICLE for token in plain):
        return 0.0  # Karin van der Meulen
    if dominant_script(text) != script:
        return 0.9 if len(plain) * 2 >= len(run) else 0.0
    shares = common_shares(" ".join(token.word for token in plain), frozenset(map(primary, languages)))
    ours, theirs = shares.get(primary(languages[0]), 0.0), shares.get(primary(languages[1]), 0.0)
    if ours > theirs and ours >= 0.2:
        return 0.85
    return 0.8 if theirs == 0.0 and speaks_only(languages[0], [token.word for token in plain], languages[1]) else 0.0


def _words(run: Sequence[_Token], languages: tuple[str, str], script: str) -> float:
    """Ordinary words of the source's language that the translation's language does not know."""
    text = " ".join(token.word for token in run)
    if dominant_script(text) != script and not has_case(text):
        return 0.9 if len(text) > 1 else 0.0
    if not all(len(token.word) >= 4 for token in run) or all(token.word in loanwords() for token in run):
        return 0.0
    foreign = dominant_script(text) != script
    if not all(is_left_over(token.word, languages, foreign=foreign) for token in run):
        return 0.0
    return 0.8 if len(run) == 1 and dominant_script(text) == script else 0.85 if len(run) < 3 else 0.9


def _kept(target: Segment) -> list[tuple[int, int]]:
    """What stands in the original on purpose: quotations, titles, brackets, emphasis, links, code."""
    marked = [(mark.start, mark.end) for mark in target.marks if mark.kind in ("emphasis", "code", "link", "tag")]
    brackets = [match.span() for match in _BRACKETS.finditer(target.text)]
    return [*marked, *brackets, *quoted_ranges(target.text)]


def _shared_runs(ours: Sequence[_Token], theirs: Sequence[_Token]) -> Iterator[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, [token.word for token in ours], [token.word for token in theirs], autojunk=False)
    for first, other, length in matcher.get_matching_blocks():
        if length:
            yield first, other, length


def _copied_share(ours: Sequence[_Token], theirs: Sequence[_Token]) -> float:
    if not ours or not theirs:
        return 0.0
    return sum(length for _, _, length in _shared_runs(ours, theirs)) / len(theirs)


_CHOICE = regex.compile(
    r"\{\s*\w+\s*,\s*(?:plural|select|selectordinal|number|date|time)\b|\b(?:zero|one|two|few|many|other|male|female)(?=\s*\{)"
)
"""Words of a message that chooses between forms: `{count, plural, one {...} other {...}}`."""


def _tokens(text: str) -> list[_Token]:
    text = _CHOICE.sub(lambda match: FILLER * len(match[0]), text)
    spans = words(text)
    return [_Token(span.start, span.end, text[span.start : span.end]) for span in spans if text[span.start] != FILLER]

"""A content word replaced by another word of the corpus with the same shape (TQ601)."""

from difflib import SequenceMatcher
from random import Random

import regex

from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import SPACELESS, Piece, base, splice, words_of

_MINIMUM = {"he": 4, "ar": 5, "fa": 5, "hi": 4, "bn": 4, "ko": 3}


def _is_content(word: str, language: str, corpus: Corpus) -> bool:
    """Long, lower-case and not among the frequent words of its corpus."""
    counts = corpus.vocabulary(language)
    total = corpus.once("total", language, counts.total)
    if counts[word] > max(2, total // 3000) or word != word.lower() or not regex.fullmatch(r"[\p{L}\p{M}]+", word):
        return False
    return len(word) >= _MINIMUM.get(base(language), 6)


def _alike(word: str, other: str) -> bool:
    """The same ending and nearly the same length, but neither the same stem nor nearly the same letters."""
    if other[-2:] != word[-2:] or abs(len(other) - len(word)) > 2 or other[:3] == word[:3]:
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() < 0.6


def replace_word(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Replace one content word; scripts without spaces are left alone (their words have no borders to keep)."""
    language = pair.target_language
    if base(language) in SPACELESS:
        return None
    words: list[Piece] = [w for w in words_of(pair.target)[1:] if _is_content(w.text, language, corpus)]
    if not words:
        return None
    word = random.choice(words)
    pool = _pool(corpus, language)
    others = [o for o in random.sample(pool, min(len(pool), 400)) if _alike(word.text, o) and o not in pair.target]
    if not others:
        return None
    text, start, end = splice(pair.target, word.start, word.end, others[0])
    return Damage(text=text, start=start, end=end, code="TQ601", severity="major", kind="word-replaced")


def _pool(corpus: Corpus, language: str) -> list[str]:
    def compute() -> list[str]:
        return sorted(w for w in corpus.vocabulary(language) if _is_content(w, language, corpus))

    return corpus.once("content-words", language, compute)

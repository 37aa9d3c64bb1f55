"""A word doubled by a slip of the editor (TQ304)."""

from random import Random

from corpora.generators.lexicon import entry
from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import SPACELESS, Piece, base, splice, words_of


def _candidates(pair: Pair) -> list[Piece]:
    table = entry("duplicate", pair.target_language)
    only = table.get("only")
    if base(pair.target_language) in SPACELESS:
        return [Piece(c, i, i + 1) for i, c in enumerate(pair.target) if i and c in (only or ())]
    words = [w for w in words_of(pair.target)[1:] if w.text == w.text.lower() and len(w.text) > 1]
    if only is not None:
        return [w for w in words if w.text in only]
    return [w for w in words if w.text not in table.get("never", ()) and "-" not in w.text]


def double_word(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Write one lower-case word twice; the span covers both."""
    words = _candidates(pair)
    if not words:
        return None
    word = random.choice(words)
    gap = "" if base(pair.target_language) in SPACELESS else " "
    text, _start, end = splice(pair.target, word.end, word.end, gap + word.text)
    return Damage(text=text, start=word.start, end=end, code="TQ304", severity="minor", kind="word-doubled")

"""Two participants exchanged: "A accused B" becomes "B accused A" (TQ601)."""

from random import Random

import regex

from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import Piece, base, sentences_of, words_of

# Languages whose names take no case endings: there the exchange stays grammatical.
_UNINFLECTED = frozenset({"en", "fr", "es", "pt", "it", "ca", "nl", "de", "sv", "da", "nb", "ro", "id", "vi"})
# Joined by these, the order of two names means nothing.
_SYMMETRIC = regex.compile(
    r"(?<!\w)(?:and|or|of|with|met|between|against|nor|vs|und|oder|mit|zwischen|gegen|von|et|ou|avec|entre|contre|de|du"
    r"|y|e|o|con|contra|del|com|do|da|tra|contro|della|i|en|met|tegen|van|och|og|eller|și|sau|cu|dan|và|với)(?!\w)",
    regex.IGNORECASE,
)


def swap_participants(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Exchange the name that opens a sentence with a later one that stands alone, so that roles are swapped."""
    if base(pair.target_language) not in _UNINFLECTED or not regex.search(r"\p{Lu}", pair.source[1:]):
        return None
    words, known = words_of(pair.target), {w.text for w in words_of(pair.source)}
    names = [w for w in words if len(w.text) >= 4 and w.text.istitle() and w.text in known]
    opening = {piece.start for piece in sentences_of(pair.target)}
    couples = [
        (a, b) for i, a in enumerate(names) for b in names[i + 1 :] if a.start in opening and _apart(pair.target, a, b)
    ]
    if not couples:
        return None
    first, second = random.choice(couples)
    target = pair.target
    text = target[: first.start] + second.text + target[first.end : second.start] + first.text + target[second.end :]
    kind = "participants-swapped"
    return Damage(text=text, start=first.start, end=second.end, code="TQ601", severity="major", kind=kind)


def exchange_names(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Exchange two names of a sentence wherever they stand, where no word between makes their order meaningless."""
    if base(pair.target_language) not in _UNINFLECTED:
        return None
    known = {word.text for word in words_of(pair.source)}
    names = [
        word for word in words_of(pair.target) if len(word.text) >= 4 and word.text.istitle() and word.text in known
    ]
    couples = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if _apart(pair.target, a, b)]
    if not couples:
        return None
    first, second = random.choice(couples)
    target = pair.target
    text = target[: first.start] + second.text + target[first.end : second.start] + first.text + target[second.end :]
    return Damage(text=text, start=first.start, end=second.end, code="TQ601", severity="major", kind="names-exchanged")


def _apart(text: str, first: Piece, second: Piece) -> bool:
    """Two different names, neither part of a longer one, with a few words but no mark or conjunction between."""
    between, after = text[first.end : second.start], text[second.end : second.end + 2]
    words = words_of(between)
    if first.text.lower() == second.text.lower() or not 2 <= len(words) <= 10:
        return False
    if words[0].text[0].isupper() or words[-1].text[0].isupper() or after[1:].isupper() or after[:1] in "-–'’&":
        return False
    return not _SYMMETRIC.search(between) and not regex.search(r"[,;:()\-–—.'’\"“„«\d]", between)

"""Parts lost: a phrase in brackets, a clause, a sentence, the last quarter (TQ201)."""

from random import Random

import regex

from corpora.generators.records import Corpus, Damage, Pair
from corpora.generators.text import SPACELESS, Piece, base, clause_marks, content_length, cut, sentences_of, words_of

_BRACKETS = regex.compile(r"\s?[(（][^()（）]{8,}[)）]")
_FINAL = regex.compile(r"[.!?…؟।。！？]+[\"'”’»」』)]*\s*$")
_QUOTES = regex.compile(r"[\"“”„«»「」『』()（）]")


def _omitted(pair: Pair, start: int, end: int, kind: str, span: tuple[int, int] | None = None) -> Damage | None:
    """Cut ``target[start:end]`` unless it holds half of a pair of quotes or brackets."""
    if len(_QUOTES.findall(pair.target[start:end])) % 2 or not pair.target[:start].strip() + pair.target[end:].strip():
        return None
    text, gap = cut(pair.target, start, end)
    return Damage(text=text, start=gap, end=gap, code="TQ201", severity="major", kind=kind, source_span=span)


def drop_phrase(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Lose what stands in brackets; the source has brackets too."""
    found = list(_BRACKETS.finditer(pair.target))
    if not found or not _BRACKETS.search(pair.source):
        return None
    match = random.choice(found)
    spans = [m.span() for m in _BRACKETS.finditer(pair.source)]
    same = len(spans) == len(found)
    return _omitted(pair, *match.span(), "phrase-dropped", spans[found.index(match)] if same else None)


def drop_clause(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Lose an inner or last clause of at least four words between clause marks."""
    marks = clause_marks(pair.target)
    final = _FINAL.search(pair.target)
    ends = [*(start for start, _ in marks[1:]), final.start() if final else len(pair.target)]
    clauses = [Piece(pair.target[s:e], s, e) for (s, _), e in zip(marks, ends, strict=False)]
    clauses = [c for c in clauses if content_length(c.text, pair.target_language) >= 4 and not sentences_inside(c.text)]
    if not clauses:
        return None
    clause = random.choice(clauses)
    return _omitted(pair, clause.start, clause.end, "clause-dropped")


def sentences_inside(text: str) -> bool:
    """Whether a sentence ends inside ``text``."""
    return len(sentences_of(text)) > 1


def drop_sentence(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Lose one of several sentences; the source sentence is known where both sides have as many."""
    ours, theirs = sentences_of(pair.target), sentences_of(pair.source)
    if len(ours) < 2 or len(theirs) < 2:
        return None
    place = random.randrange(len(ours))
    chosen = ours[place]
    if content_length(chosen.text, pair.target_language) < 3:
        return None
    span = (theirs[place].start, theirs[place].end) if len(ours) == len(theirs) else None
    return _omitted(pair, chosen.start, chosen.end, "sentence-dropped", span)


def drop_last_quarter(pair: Pair, corpus: Corpus, random: Random) -> Damage | None:
    """Lose the last quarter of the words, as a truncated machine translation does; end marks stay."""
    final = _FINAL.search(pair.target)
    end = final.start() if final else len(pair.target)
    if base(pair.target_language) in SPACELESS:
        start = int(end * 0.75)
        usable = end - start >= 8
    else:
        words = words_of(pair.target[:end])
        usable = len(words) >= 12
        start = words[-(len(words) // 4)].start if usable else end
    while start and pair.target[start - 1].isspace():
        start -= 1
    return _omitted(pair, start, end, "last-quarter-dropped") if usable else None

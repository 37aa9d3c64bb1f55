"""Edits that exchange words: pronouns of the other gender, other modals, two participants of a sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

import regex

from tqcheck.engines.base import Edit
from tqcheck.model import TokenScore
from tqcheck.text.function_words import closed_classes
from tqcheck.text.language_codes import primary

_RELATIVES = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "me": "sr", "nb": "da", "no": "da", "nn": "da"}
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:['’\-][\p{L}\p{M}\p{N}]+)*")
_JOINED = regex.compile(
    r"[\s,،、]*(?:and|or|e|ed|ou|o|y|u|et|und|oder|en|of|och|og|eller|și|sau|i|oraz|lub|a|и|или|і|та|або|je|ili|ja|tai|és|vagy"
    r"|ve|veya|dan|atau|và|hoặc|και|ή|و|או)?\s*",
    regex.IGNORECASE,
)
"""Between things named side by side, whose order means nothing."""

_PARTED = regex.compile(r"[,;:()«»“”—–،؛，；：、]")
"""Marks that part clauses, and a name from its apposition: "la directora de la biblioteca, Denise Okafor"."""

_LEAST = 1.0
"""Nats a word must cost before its exchange is tried: what the source asks for is nearly free."""

_LEAST_SWAP = 6.0
"""Nats two participants must cost together: exchanging cheaper ones cannot gain what a finding needs."""

_MAX_PARTICIPANT = 5
_MOST = 8


def exchanges(text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """Pronoun and modal exchanges at words that cost something, kinds `gender` and `modality`, in order of their places."""
    edits = []
    for kind, table in _table(primary(language)).items():
        for word, others in table.items():
            pattern = (
                word if regex.search(r"\p{Han}|\p{Hiragana}", word) else rf"(?<![\w’'-]){regex.escape(word)}(?![\w’'-])"
            )
            for match in regex.finditer(pattern, text, regex.IGNORECASE):
                if _cost(tokens, *match.span()) >= _LEAST:
                    start, end = match.span()
                    edits += [Edit(kind, start, end, _cased(other, match.group())) for other in others]
    return sorted(edits, key=lambda edit: (edit.start, edit.end, edit.kind, edit.replacement))


def swaps(text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """Two participants exchanged, kind `swap`: one edit from the first of them to the end of the second, the costliest pairs first."""
    found = list(_participants(text, language))
    pairs = []
    for first, second in combinations(found, 2):
        costs = _cost(tokens, *first), _cost(tokens, *second)
        if min(costs) >= _LEAST and sum(costs) >= _LEAST_SWAP and _have_roles(text, first, second):
            pairs.append((sum(costs), first, second))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    return [_exchange(text, first, second, language) for _, first, second in pairs[:_MOST]]


def _have_roles(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two different participants stand near each other in one clause: not in a list, and not in apposition."""
    near = 1 < second[0] - first[1] < 80 and text[slice(*first)] != text[slice(*second)]
    between = text[first[1] : second[0]]
    return near and not _JOINED.fullmatch(between) and not _PARTED.search(between)


def feminine_pronouns(language: str) -> frozenset[str]:
    """Those that probes try in place of a masculine one, lower-case."""
    pairs = _entry(primary(language)).get("gender", ())
    return frozenset(pair.split()[1] for pair in pairs)


def _exchange(text: str, first: tuple[int, int], second: tuple[int, int], language: str) -> Edit:
    one, between, other = text[slice(*first)], text[first[1] : second[0]], text[slice(*second)]
    if first[0] == 0 or not text[: first[0]].strip(" \"'“”«»„‘’"):
        # a name keeps its capital, "The council" becomes "the council" in the middle of a sentence
        one, other = (_lower_article(one, language), other[:1].upper() + other[1:])
    return Edit("swap", first[0], second[1], other + between + one)


def _lower_article(phrase: str, language: str) -> str:
    """A phrase as it stands inside a sentence: "The council" -> "the council"; a name, or a single word, keeps its capital."""
    first, space, _ = phrase.partition(" ")
    return phrase[0].lower() + phrase[1:] if space and _is_article(first, language) else phrase


def _participants(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Stretches of content words, with the article before them: what may be a participant. None holds a function word inside."""
    function = closed_classes(language).function
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        glued = bool(run) and text[run[-1][1] : match.start()] == " "
        article = _is_article(match.group(), language)
        content = match.group().casefold() not in function
        if run and (not glued or article or not content):
            yield from _stretches(text, run, language)
            run = []
        if content or article:
            run.append(match.span())
    yield from _stretches(text, run, language)


def _stretches(text: str, run: list[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    """Every stretch that begins where the run or a name does: "the company Aquamar sued" has no mark where the verb begins."""
    for first in range(len(run)):
        if first and not text[run[first][0]].isupper():
            continue
        for last in range(first, min(len(run), first + _MAX_PARTICIPANT)):
            if not _is_article(text[slice(*run[last])], language):
                yield run[first][0], run[last][1]


def _is_article(word: str, language: str) -> bool:
    return word.casefold() in _ARTICLES.get(primary(language), frozenset())


_ARTICLES = {
    "en": frozenset({"the", "a", "an"}),
    "pt": frozenset({"o", "a", "os", "as", "um", "uma"}),
    "es": frozenset({"el", "la", "los", "las", "un", "una"}),
    "fr": frozenset({"le", "la", "les", "un", "une"}),
    "it": frozenset({"il", "lo", "la", "i", "gli", "le", "un", "una"}),
    "de": frozenset({"der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem"}),
    "nl": frozenset({"de", "het", "een"}),
}


def _cost(tokens: Sequence[TokenScore], start: int, end: int) -> float:
    return -sum(token.logprob for token in tokens if token.start < end and token.end > start)


def _cased(word: str, model: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@cache
def _entry(language: str) -> dict[str, list[str]]:
    path = files("tqcheck.engines.probing") / "data" / "exchanges.toml"
    found: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8")).get(
        _RELATIVES.get(language, language), {}
    )
    return found


@cache
def _table(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Kind -> word -> what it may be exchanged for."""
    result: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, pairs in _entry(language).items():
        table = result.setdefault(kind, {})
        for one, other in (pair.split(" | ") if "|" in pair else pair.split() for pair in pairs):
            table[one] = (*table.get(one, ()), other)
            table[other] = (*table.get(other, ()), one)
    return result

"""A quotation that stands by itself, as pull quotes do, beside the place in the text that it was taken from."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import regex

from tqcheck.text.scripts import is_unspaced
from tqcheck.text.statement_words import Word, same_word

LEAST_SHARE = 0.7
"""Share of the pull quote that the other quotation must have."""
LEAST_WORDS, LEAST_SIGNS = 4, 6
"""Words, or signs of scripts without spaces, that both must have."""
MOST_WORDS, MOST_SIGNS = 3, 5
"""What may stand in the place of something else."""

_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}]")
Change = tuple[int, int, bool]


def is_pull_quote(text: str, quotations: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence is little but a quotation: six tenths of its letters."""
    inside = sum(len(_LETTER.findall(text[start:end])) for start, end in quotations)
    return inside > 0 and inside >= 0.6 * len(_LETTER.findall(text))


def compare_words(quote: Sequence[Word], other: Sequence[Word]) -> Change | None:
    """(first, end, replaced) of the only words of the pull quote that the other quotation does not have; None without, or with more."""
    codes = _inner([word.stem for word in quote], [word.stem for word in other], LEAST_WORDS)
    if len(codes) != 1:
        return None
    tag, i, j, k, m = codes[0]
    if tag == "replace" and max(j - i, m - k) <= MOST_WORDS and _differ(quote[i:j], other[k:m]):
        return i, j, True
    if tag == "delete" and j - i == 1 and len(quote[i].form) >= 4 and quote[i].role in ("content", "function"):
        return i, j, False
    return None


def compare_signs(quote: str, other: str) -> Change | None:
    """The same in scripts without spaces: offsets in the quotation."""
    codes = _inner(list(quote), list(other.rstrip("，。、,.！？ ")), LEAST_SIGNS)
    if len(codes) != 1 or not is_unspaced(quote):
        return None
    tag, i, j, k, m = codes[0]
    letters = all(_LETTER.fullmatch(sign) and not sign.isdecimal() for sign in quote[i:j] + other[k:m])
    if not letters or max(j - i, m - k) > MOST_SIGNS or not regex.search(r"[\p{Han}\p{Katakana}\p{Thai}]", quote[i:j]):
        return None
    return (i, j, True) if tag in ("replace", "delete") else None


def _inner(quote: list[str], other: list[str], least: int) -> list[tuple[str, int, int, int, int]]:
    """What differs between the first and the last thing that both have; nothing where they do not have enough."""
    codes = SequenceMatcher(None, quote, other, autojunk=False).get_opcodes()
    equal = [index for index, code in enumerate(codes) if code[0] == "equal"]
    shared = sum(codes[index][2] - codes[index][1] for index in equal)
    if shared < max(least, LEAST_SHARE * len(quote)):
        return []
    ending = (
        len(codes) if len(codes) == equal[-1] + 2 and codes[-1][0] == "replace" and shared >= 1.5 * least else equal[-1]
    )
    return [code for code in codes[equal[0] + 1 : ending] if code[0] != "equal"]


def _differ(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether words that say something stand for others, and no figure or name, which other comparisons judge."""
    mine, yours = ([word for word in words if word.role in ("content", "name")] for words in (ours, theirs))
    figures = any(word.role in ("number", "negation") for word in (*ours, *theirs))
    strange = any(not any(same_word(one, two) for two in yours) for one in mine)
    return bool(mine and yours) and strange and not figures

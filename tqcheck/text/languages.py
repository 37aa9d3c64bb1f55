"""Which language a text is in: script first, then frequent words, then langdetect."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tqcheck.text.detector import detect, profile_names
from tqcheck.text.language_codes import ONE_LANGUAGE, primary, related, same_language
from tqcheck.text.language_facts import Identification, language_facts
from tqcheck.text.scripts import script_counts
from tqcheck.text.segment import words
from tqcheck.text.serbian import identify_serbian, name_serbo_croatian

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
"""Web and mail addresses, which say nothing of a text's language."""
_SAMPLE = 20_000
_MIN_LETTERS, _MIN_LETTERS_OWNED = 24, 4
_KANA_SHARE = 0.05
LETTERS_PER_SIGN = 3
"""A Chinese, Japanese or Korean sign says as much as so many letters."""


def identify(text: str, candidates: frozenset[str] = frozenset()) -> Identification:
    """The language of a text, best a whole document.

    Args:
        text: any text; addresses in it are ignored, the first 20,000 characters are looked at.
        candidates: if given, only these codes are possible, and the answer is one of them as written there, or "".

    Returns:
        An ISO 639 code and a confidence 0-1. A script that one language owns decides alone. "" with a reason where there is too little
        text, or where no possible language is written in the text's script.
    """
    sample = ADDRESS.sub(" ", text[:_SAMPLE])
    script, letters = _script(sample)
    if not letters:
        return Identification("", 0.0, "no letters")
    possible = _possible(script, candidates)
    if not possible:
        known = "the expected languages" if candidates else "the known languages"
        return Identification("", 0.0, f"none of {known} is written in {script} script")
    if len(possible) == 1 and not candidates:
        if letters < _MIN_LETTERS_OWNED:
            return Identification("", 0.0, f"too little text: {letters} letters")
        return Identification(next(iter(possible)), 1.0, f"{script} script")
    if letters < _MIN_LETTERS:
        return Identification("", 0.0, f"too little text: {letters} letters")
    return _named(_decide(sample, script, frozenset(possible)), possible, sample)


def scripts_of(language: str) -> tuple[str, ...]:
    """Scripts that a language is written in ("Kana" for Japanese); empty for a language that the table lacks."""
    facts = language_facts().get(ONE_LANGUAGE.get(primary(language), primary(language)))
    return facts.scripts if facts else ()


def _script(text: str) -> tuple[str, int]:
    """(script of most letters, number of letters in it); Japanese is the script "Kana" even where it writes mostly Han."""
    counts = script_counts(text)
    kana = counts.pop("Hiragana", 0) + counts.pop("Katakana", 0)
    han = counts.get("Han", 0)
    if kana and kana >= _KANA_SHARE * (kana + han):
        counts["Kana"] = kana + counts.pop("Han", 0)
    for dense in ("Han", "Kana", "Hangul"):
        counts[dense] *= LETTERS_PER_SIGN
    script, letters = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return (script, letters) if letters else ("", 0)


def _possible(script: str, candidates: frozenset[str]) -> dict[str, str]:
    """Languages written in a script -> the code to answer with."""
    here = {code for code, facts in language_facts().items() if script in facts.scripts}
    if not candidates:
        return {code: code for code in here}
    asked = {ONE_LANGUAGE.get(primary(code), primary(code)): code for code in sorted(candidates)}
    unknown = {code: name for code, name in asked.items() if code not in language_facts()}
    return {code: name for code, name in asked.items() if code in here} | unknown


def _decide(text: str, script: str, possible: frozenset[str]) -> Identification:
    """Frequent words and letters against langdetect: where they agree the answer is sure, where not the better supported one wins."""
    if script == "Cyrillic" and "sr" in possible and (serbian := identify_serbian(text)):
        return serbian
    shares = common_shares(text, possible)
    letters = _by_letters(text, possible)
    likely = {code: shares.get(code, 0.0) for code in possible if code not in letters.excluded}
    guesses = detect(text, frozenset(likely))
    best_words = max(sorted(likely), key=lambda code: likely[code], default="")
    best_guess = max(sorted(guesses), key=lambda code: guesses[code], default="")
    if letters.owner and likely.get(letters.owner, 0.0) >= 0.5 * likely.get(best_words, 0.0):
        return Identification(letters.owner, 0.97, "letters that it alone has")
    if not best_words:
        return Identification("", 0.0, "resembles none of the languages asked about")
    return _weigh(best_words, best_guess, likely, guesses)


def _weigh(best_words: str, best_guess: str, shares: dict[str, float], guesses: dict[str, float]) -> Identification:
    top = shares[best_words]
    support = shares.get(best_guess, 0.0)
    if best_guess and best_guess == best_words:
        second = max((share for code, share in shares.items() if code != best_words), default=0.0)
        sure = 0.6 if top < 0.1 else 0.99 if top >= 1.2 * second else 0.85
        return Identification(best_guess, sure, "frequent words and langdetect agree")
    if not best_guess:
        return Identification(best_words, 0.9 if top >= 0.15 else 0.4, "frequent words") if top >= 0.05 else _NOTHING
    if best_words not in profile_names() and top >= 0.12 and top >= 1.25 * support:
        return Identification(best_words, 0.85, "frequent words; langdetect does not know it")
    if top >= 0.1 and top >= 1.8 * support:
        return Identification(best_words, 0.6, f"frequent words; langdetect says {best_guess}")
    if support >= 0.06 or top < 0.05:
        sure = guesses[best_guess] * (0.9 if support >= 0.1 else 0.6 if support >= 0.06 else 0.4)
        return Identification(best_guess, round(sure, 3), "langdetect")
    return Identification(best_words, 0.5, f"frequent words; langdetect says {best_guess}")


_NOTHING = Identification("", 0.0, "resembles no known language")


def common_shares(text: str, languages: frozenset[str], besides: str = "") -> dict[str, float]:
    """Share (0-1) of a text's words that are among the most frequent words of each language; words of `besides` too do not count."""
    counts = Counter(text[span.start : span.end].casefold() for span in words(text))
    for word in [word for word in counts if "'" in word or "’" in word]:
        counts.update({part: counts[word] for part in re.split("['’]", word) if part})
    total = sum(counts.values())
    if not total:
        return {}
    table = language_facts()
    shared = table[besides].common if besides in table else frozenset[str]()
    return {
        code: sum(counts[word] for word in facts.common - shared) / total
        for code in sorted(languages)
        if (facts := table.get(code)) is not None and facts.common
    }


@dataclass(frozen=True, slots=True)
class _Letters:
    owner: str
    excluded: frozenset[str]


def _by_letters(text: str, possible: frozenset[str]) -> _Letters:
    """The one language whose own letters the text holds, and those it cannot be in because theirs are missing."""
    counts = Counter(character for character in text.casefold() if character.isalpha())
    total = sum(counts.values())
    table, held, excluded = language_facts(), dict[str, int](), set[str]()
    for code in possible:
        if code in table and table[code].letters:
            number = sum(counts[letter] for letter in table[code].letters)
            if number * 200 >= total:
                held[code] = number
            elif total >= 400 and number * 1000 < total and "a" not in counts:
                excluded.add(code)
    best = sorted(held, key=lambda code: (-held[code], code))
    alone = best and (len(best) == 1 or held[best[0]] > 2 * held[best[1]])
    return _Letters(best[0] if alone else "", frozenset(excluded))


def _named(found: Identification, possible: dict[str, str], text: str) -> Identification:
    """The answer under the code the caller uses; Serbo-Croatian in Latin letters is told apart by a few words, else called sh."""
    name = possible.get(found.language, found.language)
    if name == "sr" and found.language == "sr" and _script(text)[0] == "Latin":
        name = name_serbo_croatian(text)
    return Identification(name, found.confidence, found.reason)


__all__ = [
    "Identification",
    "common_shares",
    "identify",
    "primary",
    "related",
    "same_language",
    "scripts_of",
]

"""Names of Slavic languages in the form that stands in the text, beside the form that a translation gives them."""

from __future__ import annotations

from tqcheck.text.locale_facts import primary
from tqcheck.text.name_spellings import folded
from tqcheck.text.transliterate import to_latin

_ADJECTIVES = {
    "sr": ("og", "oga", "om", "ome", "omu", "im", "ih", "oj", "u", "e"),
    "cs": ("eho", "emu", "em", "ym", "ych", "ymi", "ou"),
    "pl": ("iego", "iemu", "ego", "emu", "ym", "im", "ych", "ich", "ej", "a"),
    "sl": ("ega", "emu", "em", "im", "ih", "imi", "o", "e"),
}
"""Endings of adjectives, without accents, in other cases than the first."""
_LIKE = {"hr": "sr", "bs": "sr", "sk": "cs"}
_FIRST = ("i", "a", "o", "e", "y")
"""Their endings in the first case."""
_STEM = 3
_SAME = dict(zip("абвгдезиклмнопрстуфъыь", [*"abvgdeziklmnoprstuf", "", "y", ""], strict=True))
_SIBILANTS = dict(zip("жчшюяйё", ["zh", "ch", "sh", "yu", "ya", "y", "e"], strict=True))
_OWN = {
    "ru": {"х": "kh", "ц": "ts", "щ": "shch", "э": "e"},
    "bg": {"х": "h", "ц": "ts", "щ": "sht", "ъ": "a"},
    "uk": {"х": "kh", "ц": "ts", "щ": "shch", "г": "h", "и": "y", "і": "i", "є": "e", "ї": "i", "ґ": "g"},
}
"""Latin letters by the rules of the countries (BGN/PCGN), with ye as e."""
_ENDING = 2
"""Letters of the longest case ending of a noun that a translation leaves out, all vowels or m."""


def is_case_form(name: str, word: str, language: str) -> bool:
    """Whether a name is the word in another case: Ravnom of Ravni, an adjective, and Тютчева of Tyutchev, a noun in Latin letters."""
    code = primary(language)
    return _is_adjective(folded(to_latin(name)), folded(word), _LIKE.get(code, code)) or _is_romanised(name, word, code)


def _is_adjective(name: str, word: str, code: str) -> bool:
    stems = {name.removesuffix(ending) for ending in _ADJECTIVES.get(code, ()) if name.endswith(ending)}
    firsts = {word.removesuffix(ending) for ending in _FIRST if word.endswith(ending)}
    return any(len(stem) > _STEM for stem in stems & firsts)


def _is_romanised(name: str, word: str, code: str) -> bool:
    """Whether a word in Latin letters is the name, or the name without a noun's ending, by rule."""
    if code not in _OWN or not "\u0400" <= name[0] < "\u0530":
        return False
    latin, plain = _one_spelling(_romanised(name.lower(), code)), _one_spelling(word.lower())
    ending = latin.removeprefix(plain)
    return latin == plain or (
        len(plain) > _STEM and latin.startswith(plain) and len(ending) <= _ENDING and set(ending) <= set("aeiouym")
    )


def _romanised(name: str, code: str) -> str:
    letters = _SAME | _SIBILANTS | _OWN[code]
    return "".join(letters.get(letter, letter) for letter in name)


def _one_spelling(latin: str) -> str:
    """Letters that the rules leave to taste, one way: Fadeyeva and Fadeeva, Dmitriy and Dmitry."""
    return latin.replace("ye", "e").replace("iy", "y").replace("yy", "y").replace("'", "")

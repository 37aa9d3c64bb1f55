"""Makes tqcheck/text/data/number_words.jsonl out of ICU's spell-out rules (CLDR RBNF, Unicode licence v3).

Needs the ICU library of the system (Debian: libicu72), found by name; run `python corpora/number_words.py` to rewrite the table.
A phrase is kept only if the grammar in tqcheck/text/number_words.py cannot make its value from shorter ones.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tqcheck.text.number_lexicon import lexicon_from
from tqcheck.text.number_words import _scan

TABLE = Path(__file__).parent.parent / "tqcheck/text/data/number_words.jsonl"
EXTRA = Path(__file__).parent / "number_words_extra.toml"
GLUED = "de nl fi it hu sv no da et is pt es ca ro lb af el sk cs bg mk sl fy bs hr sr".split()  # noqa: SIM905
SUFFIXED = "tr hu fi et az kk ko ka eu hi bn ta te ml kn mr gu uk ru".split()  # noqa: SIM905
PREFIXES = {"ar": "وبلكفا", "he": "ובלכמהש", "fa": ""}
JOINERS = {
    "en": "and",
    "de": "und",
    "nl": "en ën",
    "fr": "et",
    "es": "y",
    "pt": "e",
    "it": "e",
    "ca": "i",
    "ro": "și şi",
    "gl": "e",
    "sr": "i и",
    "hr": "i",
    "bs": "i и",
    "sl": "in",
    "mk": "и",
    "bg": "и",
    "ru": "",
    "uk": "",
    "be": "",
    "pl": "",
    "cs": "a",
    "sk": "a",
    "sv": "och",
    "da": "og",
    "no": "og",
    "is": "og",
    "ar": "و",
    "he": "ו",
    "fa": "و",
    "el": "και",
    "lt": "",
    "lv": "",
    "et": "",
    "fi": "",
    "hu": "",
    "tr": "",
    "hi": "",
    "bn": "",
    "ko": "",
    "th": "",
    "vi": "",
    "id": "",
    "ms": "",
    "sq": "e",
    "ka": "",
    "hy": "",
    "az": "",
    "af": "en",
    "sw": "na",
    "ur": "",
    "ta": "",
    "mr": "",
    "gu": "",
    "eo": "",
    "eu": "",
    "cy": "",
    "ga": "",
    "mt": "",
    "lb": "an",
    "fil": "",
    "kk": "",
}
_SOUTH_SLAVIC = "i og oga om omu ome oj a e u im ih ima"
ENDINGS = {
    "sr": _SOUTH_SLAVIC + " и ог ога ом ому оме ој а е у им их има",
    "bs": _SOUTH_SLAVIC + " и ог ога ом ому оме ој а е у им их има",
    "hr": _SOUTH_SLAVIC,
    "sl": "i ega em emu a e o ih im imi",
    "mk": "ти тиот та тата то тото те тите",
    "bg": "и ия ият та те",
    "cs": "ý ého ém ému ým é á ou ých ými",
    "pl": "y ego ym emu a ą ej ych ymi e",
    "de": "er ern erjahre erjahren ster sten ste stes jährige jährigen jähriger jähriges jährig",
    "nl": "er ste jarige jarig",
    "sv": "talet talets tal åring åringen årige åriga",
    "fi": "luvulla luvun luku luvulta luvulle luvulta vuotias vuotiaan vuotiasta",
}
"""Endings that make an adjective, an age or a decade of the words for 11 to 90."""
RULES, DEFAULT_RULE, SPELLOUT = 7, 6, 5


class Speller:
    """ICU's rule-based formatter of one locale, through its C interface."""

    def __init__(self, locale: str) -> None:
        name = ctypes.util.find_library("icui18n") or sys.exit("no ICU library found: install libicu")
        self.library = ctypes.CDLL(name)
        self.version = name.rsplit(".", 1)[-1]
        self.error = ctypes.c_int(0)
        opener = self._function("unum_open")
        opener.restype = ctypes.c_void_p
        self.handle = ctypes.c_void_p(opener(SPELLOUT, None, 0, locale.encode(), None, ctypes.byref(self.error)))
        self.rules = [
            rule for rule in self._attribute(RULES).split(";") if rule and "year" not in rule and "-plural" not in rule
        ]

    def _function(self, name: str):
        return getattr(self.library, f"{name}_{self.version}")

    def _attribute(self, which: int) -> str:
        buffer = (ctypes.c_uint16 * 20000)()
        size = self._function("unum_getTextAttribute")(self.handle, which, buffer, 20000, ctypes.byref(ctypes.c_int(0)))
        return _decode(buffer, size)

    def forms(self, value: int) -> Iterator[str]:
        """Every form of a value: genders, cases, cardinal and ordinal."""
        for rule in self.rules:
            units = [*memoryview(rule.encode("utf-16-le")).cast("H"), 0]
            array = (ctypes.c_uint16 * len(units))(*units)
            status = ctypes.c_int(0)
            self._function("unum_setTextAttribute")(
                self.handle, DEFAULT_RULE, array, len(units) - 1, ctypes.byref(status)
            )
            buffer = (ctypes.c_uint16 * 1000)()
            status = ctypes.c_int(0)
            size = self._function("unum_formatInt64")(
                self.handle, ctypes.c_int64(value), buffer, 1000, None, ctypes.byref(status)
            )
            text = (
                unicodedata.normalize("NFC", _decode(buffer, size)).lower().replace("\u00ad", "").replace("\u200b", "")
            )
            text = re.sub(r"[-‐‑־\s]+", " ", text).strip()
            if text and not any(char.isdigit() or char in ".'()" for char in text):
                yield text


def _cyrillic(word: str) -> str:
    for latin, letter in (("lj", "љ"), ("nj", "њ"), ("dž", "џ")):
        word = word.replace(latin, letter)
    return word.translate(str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш"))


def _decode(buffer, size: int) -> str:
    return b"".join(int(unit).to_bytes(2, "little") for unit in buffer[:size]).decode("utf-16-le")


def make_row(language: str, extra: dict[str, str]) -> dict[str, object]:
    """The row of one language: atoms first, then what they cannot compose."""
    words = {word.replace("_", " "): int(value) for value, listed in extra.items() for word in listed.split()}
    if language in ("sr", "bs"):
        words |= {_cyrillic(word): value for word, value in words.items()}
    row: dict[str, object] = {"language": language, "joiners": JOINERS.get(language, "")}
    if language in GLUED:
        row["glued"] = True
    if language in SUFFIXED:
        row["suffixes"] = True
    if PREFIXES.get(language):
        row["prefixes"] = PREFIXES[language]
    if language in ENDINGS:
        row["endings"] = ENDINGS[language]
    for locale in [language, *(["sr_Latn"] if language == "sr" else [])]:
        spell = Speller(locale)
        if language != "en" and "seven" in spell.forms(7):
            continue  # ICU fell back to English: it has no rules for this language
        for value in [*range(1, 21), *range(30, 100, 10), *range(100, 1000, 100), 1000, 10**6, 10**9, 10**12]:
            for form in spell.forms(value):
                _keep(words, row, form, value)
        for value in [*range(21, 100), 101, 110, 2000, 3000, 10000, 2 * 10**6, 5 * 10**6, 2 * 10**9]:
            for form in spell.forms(value):
                _keep(words, row, form, value)
    row["words"] = {word: words[word] for word in sorted(words)}
    return row


def _keep(words: dict[str, int], row: dict[str, object], form: str, value: int) -> None:
    if words.get(form) == value or (form in words and words[form] < value):
        return
    found = list(_scan(form, lexicon_from({**row, "words": words})))
    if value >= 1000 and " " in form:
        head, _, tail = form.partition(" ")
        if value in (10**6, 10**9, 10**12, 1000) and " " not in tail and words.get(head) == 1:
            words.setdefault(tail, value)
        elif (
            value not in (10**6, 10**9, 10**12, 1000)
            and " " not in tail
            and head in words
            and words[head] in (2, 3, 5, 10)
        ):
            words.setdefault(tail, value // words[head])
        return
    if not (len(found) == 1 and found[0].value == value and found[0].start == 0 and found[0].end == len(form)):
        words[form] = value


def main() -> None:
    import tomllib

    extras = tomllib.loads(EXTRA.read_text(encoding="utf-8"))
    note = {
        "comment": "Made by corpora/number_words.py from CLDR RBNF (Unicode licence v3) and number_words_extra.toml; do not edit."
    }
    rows = [json.dumps(note)]
    for language in sorted(JOINERS):
        extra = (
            {**extras.get("sr", {}), **extras.get(language, {})}
            if language in ("hr", "bs")
            else extras.get(language, {})
        )
        rows.append(json.dumps(make_row(language, extra), ensure_ascii=False))
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

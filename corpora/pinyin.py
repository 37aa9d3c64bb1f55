"""Writes the table of Hanyu Pinyin readings (tqcheck/text/data/pinyin.toml) from the data of pypinyin (MIT licence, from Unihan).

    pip install pypinyin && python -m corpora.pinyin tqcheck/text/data/pinyin.toml

Characters are those of GB 2312 and of Big5's first level: what news is printed with, simplified and traditional.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from textwrap import wrap

_READINGS = 2
"""Readings kept of a character, the commonest first."""
_HEAD = """# Reading without tone -> characters read so (Hanyu Pinyin; ü is u). Made by corpora/pinyin.py
# from the data of pypinyin (MIT licence, Copyright 2016 mozillazg and contributors), which are Unihan's.
"""


def _characters() -> list[str]:
    """Characters of GB 2312 and of Big5's first level, in code order."""
    found = set[str]()
    for code in range(0x4E00, 0x9FA6):
        char = chr(code)
        big = char.encode("big5", "ignore")
        if char.encode("gb2312", "ignore") or b"\xa4\x40" <= big <= b"\xc6\x7e":
            found.add(char)
    return sorted(found)


def _plain(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading)
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())


def main() -> None:
    from pypinyin.pinyin_dict import pinyin_dict

    table: defaultdict[str, str] = defaultdict(str)
    for char in _characters():
        readings = dict.fromkeys(map(_plain, pinyin_dict.get(ord(char), "").split(",")))
        for reading in list(readings)[:_READINGS]:
            if reading:
                table[reading] += char
    lines = wrap(" ".join(f"{reading}={table[reading]}" for reading in sorted(table)), 110)
    text = "\n".join(lines)
    Path(sys.argv[1]).write_text(f'{_HEAD}readings = """\n{text}\n"""\n', encoding="utf-8")


if __name__ == "__main__":
    main()

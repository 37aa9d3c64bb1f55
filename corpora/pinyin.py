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

_HEAD = """# Reading without tone -> characters read so (Hanyu Pinyin; ü is u): their commonest reading, and the next.
# Made by corpora/pinyin.py from the data of pypinyin (MIT licence, Copyright 2016 mozillazg and contributors), which are Unihan's.
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

    tables: list[defaultdict[str, str]] = [defaultdict(str), defaultdict(str)]
    for char in _characters():
        readings = dict.fromkeys(map(_plain, pinyin_dict.get(ord(char), "").split(",")))
        for reading, table in zip(filter(None, readings), tables, strict=False):
            table[reading] += char
    text = _HEAD
    for name, table in zip(("first", "second"), tables, strict=True):
        lines = wrap(" ".join(f"{reading}={table[reading]}" for reading in sorted(table)), 110)
        text += f'{name} = """\n' + "\n".join(lines) + '\n"""\n'
    Path(sys.argv[1]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

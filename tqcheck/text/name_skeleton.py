"""One key for all spellings that transcription gives a name: Tatyana and Tatiana, Zelensky and Zelenskyy, Mohammed and Muhammad."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SPELLINGS = (
    "dzh=j tch=c tsch=c sch=s shch=s ph=f kh=h ch=c sh=s zh=z ck=k qu=k gh=g th=t ts=c tz=c ou=u oo=u ee=i ij=i "
    "iy=i yi=i ya=a ia=a ja=a yu=u iu=u ju=u ye=e ie=e je=e"
)
_LETTERS = str.maketrans({"ð": "d", "ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i"})
_SINGLE = str.maketrans(
    {"y": "i", "j": "i", "q": "k", "w": "v", "x": "s", "'": None, "’": None, "ʼ": None, "-": None, "ь": None, "ъ": None}
)


@lru_cache(maxsize=8192)
def name_skeleton(name: str) -> str:
    """The key; equal keys mean that two names may be one name transcribed twice. Made for Latin script."""
    plain = "".join(char for char in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(char))
    plain = plain.translate(_LETTERS)
    for pair in _SPELLINGS.split():
        spelling, _, key = pair.partition("=")
        plain = plain.replace(spelling, key)
    plain = plain.translate(_SINGLE)
    squeezed = "".join(char for index, char in enumerate(plain) if index == 0 or char != plain[index - 1])
    return squeezed.rstrip("i") if len(squeezed) > 5 else squeezed

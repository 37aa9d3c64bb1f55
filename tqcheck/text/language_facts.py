"""What tells languages apart, of `data/languages.toml`, and what is said of a text's language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tqcheck.text.tables import table


@dataclass(frozen=True, slots=True)
class Identification:
    """A language and how sure that is; `language` is "" where nothing can be said, and `reason` says why in a few words."""

    language: str
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Scripts that a language is written in, its commonest words, and letters that few others have."""

    scripts: tuple[str, ...]
    common: frozenset[str]
    letters: frozenset[str]


def common_words(code: str) -> frozenset[str]:
    """The commonest words of a language; none for languages without a row in `data/languages.toml`."""
    facts = language_facts().get(code)
    return facts.common if facts else frozenset()


@lru_cache(maxsize=1)
def language_facts() -> dict[str, Facts]:
    """Of every language of the table."""
    return {
        code: Facts(
            tuple("Kana" if code == "ja" else name for name in entry["script"]),
            frozenset(entry.get("common", "").split()),
            frozenset(entry.get("letters", "")),
        )
        for code, entry in table("languages").items()
    }

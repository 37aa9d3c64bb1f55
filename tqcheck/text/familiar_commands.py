"""Commands to one familiar person: a verb at the head of a clause whose polite form the dictionary knows (kontaktuj, kontaktujte)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import regex

from tqcheck.text.dictionary import is_known
from tqcheck.text.function_words import closed_classes
from tqcheck.text.segment import words

SHORTEST = 5
"""Letters of a command."""

_HEAD = regex.compile(r"^[\s\d.)•*–-]*$")
_CLAUSE = regex.compile(r"[,;:]\s$")


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands of a language.

    Attributes:
        language: its ISO 639 code.
        facts: `forms`: `j>jte` = a word that ends in j is one if it is known with jte instead; `before`: the words one of which must
            follow; where there are none, a command may also stand at the head of a clause inside the sentence.
    """

    language: str
    facts: Mapping[str, str]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """(start, end) of the familiar commands of a sentence."""
        spans = words(text)
        follows = frozenset(self.facts.get("before", "").split())
        for place, span in enumerate(spans):
            before = text[: span.start]
            if not (_HEAD.match(before) or (not follows and _CLAUSE.search(before))):
                continue
            behind = text[spans[place + 1].start : spans[place + 1].end].lower() if place + 1 < len(spans) else ""
            if (not follows or behind in follows) and self._is_command(text[span.start : span.end]):
                yield span.start, span.end

    def _is_command(self, word: str) -> bool:
        small = word.lower()
        if (
            len(small) < SHORTEST
            or small in closed_classes(self.language).function
            or (word[0].isupper() and not small[1:].islower())
        ):
            return False
        forms = (form.split(">") for form in self.facts["forms"].split())
        polite = (small[: len(small) - len(old)] + new for old, new in forms if small.endswith(old))
        return any(is_known(form, self.language) for form in polite) and bool(is_known(small, self.language))

"""Words, phrases and negations of many languages, as the damage generator needs them (not linguistics, just plausible edits)."""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

UNSPACED = {"zh", "zh-Hans", "zh-Hant", "ja", "th", "km", "lo", "my"}
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]\w?")

_TABLES = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
NEGATIONS: dict[str, list[str]] = _TABLES["negations"]
UNSPACED_NEGATIONS: dict[str, str] = _TABLES["unspaced_negations"]
PARTICIPANTS: dict[str, list[str]] = _TABLES["participants"]


def words(text: str, language: str) -> list[tuple[int, int]]:
    """Code-point ranges of the words; of single or paired characters where the script has no spaces."""
    pattern = IDEOGRAPH if language in UNSPACED else WORD
    return [match.span() for match in pattern.finditer(text)]


@dataclass(slots=True)
class Lexicon:
    """Words and phrases of one language, seen in other sentences."""

    language: str
    counts: Counter[str] = field(default_factory=Counter)
    phrases: list[str] = field(default_factory=list)
    endings: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, text: str, rng: random.Random) -> None:
        """Take in a sentence: its words, and one phrase of one to four of them."""
        spans = words(text, self.language)
        self.counts.update(text[a:b] for a, b in spans)
        if len(spans) >= 5:
            length = rng.randint(1, min(4, len(spans) - 2))
            first = rng.randrange(1, len(spans) - length)
            self.phrases.append(text[spans[first][0] : spans[first + length - 1][1]])

    def seal(self) -> None:
        """Index the words by case and ending, once all sentences are in."""
        for word in sorted(self.counts):
            if not word.isdigit() and self.counts[word] >= 2:
                self.endings[self.key(word)].append(word)

    @staticmethod
    def key(word: str) -> str:
        """Words with the same key can often stand in for each other: same case, same ending, like length."""
        return f"{word[:1].isupper()}{word[-2:].lower() if len(word) > 4 else ''}{min(len(word), 9) // 3}"

    def stand_in(self, word: str, rng: random.Random) -> str | None:
        """Another word of the same shape, or None."""
        peers = self.endings.get(self.key(word), [])
        choice = rng.choice(peers) if peers else word
        return choice if choice.lower() != word.lower() else None

    def phrase(self, rng: random.Random) -> str | None:
        """A phrase to add: a participant half of the time, else words of another sentence."""
        participants = PARTICIPANTS.get(self.language)
        if participants and rng.random() < 0.5:
            return rng.choice(participants)
        return rng.choice(self.phrases) if self.phrases else None

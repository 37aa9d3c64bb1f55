"""False alarms: findings per 1000 words of professional translations, by check and language pair.

Every finding on a reference counts, though some references are in fact wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpora.generators.records import Pair
from corpora.rules.articles import is_loud, make_article, run_checks
from tqcheck.model import Hit
from tqcheck.registry import Check
from tqcheck.text.segment import count_words


@dataclass(frozen=True, slots=True)
class Alarms:
    """Words by language pair, and findings by (language pair, code, whether major)."""

    words: Counter[str] = field(default_factory=Counter)
    found: Counter[tuple[str, str, bool]] = field(default_factory=Counter)

    def rate(self, languages: str = "", code: str = "", *, loud: bool = False) -> float:
        """Findings per 1000 words; empty strings mean all, `loud` counts those of severity major or above."""
        words = self.words[languages] if languages else self.words.total()
        hits = sum(
            number
            for (pair, found, major), number in self.found.items()
            if languages in ("", pair) and found.startswith(code) and (major or not loud)
        )
        return 1000 * hits / max(1, words)


@dataclass(frozen=True, slots=True)
class Alarm:
    """One finding on a clean pair."""

    check: Check
    hit: Hit
    pair: Pair

    def show(self) -> str:
        """Three lines for a reader."""
        mark = "major" if is_loud(self.check, self.hit) else "minor"
        seen = self.pair.target[self.hit.start : self.hit.end]
        head = f"{self.check.code} {mark} {self.pair.languages} [{seen}] {self.hit.confidence} {self.hit.message}"
        return f"{head}\n  S {self.pair.source}\n  T {self.pair.target}"


def find_alarms(documents: Mapping[str, Sequence[Pair]], checks: Sequence[Check], tally: Alarms) -> Iterator[Alarm]:
    """Every finding; `tally` is filled on the way."""
    for items in documents.values():
        languages, target = items[0].languages, items[0].target_language
        tally.words[languages] += sum(count_words(item.target, target) for item in items)
        for check, hit, index in run_checks(make_article(items), checks):
            tally.found[languages, check.code, is_loud(check, hit)] += 1
            yield Alarm(check, hit, items[index])


def print_alarms(tally: Alarms) -> None:
    """A line a language pair: words, major and all findings per 1000 words, then both by code."""
    codes = sorted({code for _, code, _ in tally.found})
    print("pair     words  major   all | findings per 1000 words by code: major/all")
    for languages in [*sorted(tally.words), ""]:
        row = " ".join(
            f"{code} {tally.rate(languages, code, loud=True):.2f}/{tally.rate(languages, code):.2f}"
            for code in codes
            if tally.rate(languages, code)
        )
        words = tally.words[languages] if languages else tally.words.total()
        major, everything = tally.rate(languages, loud=True), tally.rate(languages)
        print(f"{languages or 'all':7} {words:6} {major:6.2f} {everything:5.2f} | {row}")

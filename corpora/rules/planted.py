"""Recall on errors planted into professional translations; each is judged inside its document, as a reader would meet it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from corpora.generators.damage import plant
from corpora.generators.records import Corpus, Pair
from corpora.rules.articles import is_loud, make_article, run_checks
from corpora.rules.clean_pairs import decorate, with_figures
from corpora.rules.planted_names import plant_names
from tqcheck.registry import Check

ALSO = {
    "TQ101": {"TQ102", "TQ103", "TQ107"},
    "TQ103": {"TQ101"},
    "TQ102": {"TQ101"},
    "TQ104": {"TQ403"},
    "TQ302": {"TQ303"},
    "TQ303": {"TQ302"},
}
"""Codes that are as good for a planted error of the key's code."""
FAMILIES = (
    *("number", "date", "unit", "name", "link", "placeholder", "negation", "denial", "modality", "pronoun"),
    *("duplicate", "quotes"),
)
DECORATED = frozenset({"link", "placeholder"})
"""Families whose marks news has not: they are planted into pairs with an address or a placeholder added."""
DENIALS = ("negation", "denial")
"""Families that few sentences give a place for."""
_FIGURES = {"unit": "quantity", "date": "date", "number": "number"}
"""Families that are also planted into pairs with a figure added, and by which operators."""
_FEWEST = 20
"""Errors of such a family that each language pair should have."""
SEED = 7


@dataclass(frozen=True, slots=True)
class Recall:
    """Planted, found and found as major, by (language pair, kind of error)."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    loud: Counter[tuple[str, str]] = field(default_factory=Counter)

    def share(self, languages: str, kind: str) -> float | None:
        """Share found; None where none was planted."""
        number = self.planted[languages, kind]
        return self.found[languages, kind] / number if number else None


Item = dict[str, Any]


def find_planted(
    documents: Mapping[str, Sequence[Pair]], checks: Sequence[Check], families: Sequence[str], limit: int, tally: Recall
) -> Iterator[Item]:
    """Every planted error that no fitting finding overlaps; `tally` is filled on the way."""
    by_languages: defaultdict[str, dict[str, Sequence[Pair]]] = defaultdict(dict)
    for name, items in documents.items():
        by_languages[items[0].languages][name] = items
    for languages, own in sorted(by_languages.items()):
        homes = {pair.identifier: (name, index) for name, items in own.items() for index, pair in enumerate(items)}
        for item in plant_all([pair for items in own.values() for pair in items], families, limit):
            name, index = homes[item["id"].rsplit("/", 1)[0]]
            severities = _severities(item, own[name], index, checks)
            key = (languages, item["kind"])
            tally.planted[key] += 1
            tally.found[key] += bool(severities)
            tally.loud[key] += any(severities)
            if not severities:
                yield item


def plant_all(pairs: Sequence[Pair], families: Sequence[str], limit: int) -> Iterator[Item]:
    """Every planted error of some families in pairs of one language pair, at most `limit` an operator."""
    plain = [family for family in families if family not in DECORATED and family != "name"]
    added = [family for family in families if family in DECORATED]
    if "name" in families:
        yield from plant_names(pairs, SEED, limit)
    yield from plant(Corpus(pairs), plain, seed=SEED, limit=limit)
    yield from plant(Corpus(decorate(pairs)), added, seed=SEED, limit=limit)
    figures = [_FIGURES[family] for family in families if family in _FIGURES]
    yield from plant(Corpus(with_figures(pairs)), figures, seed=SEED, limit=min(limit, _FEWEST) if limit else 0)


def _severities(item: Item, home: Sequence[Pair], index: int, checks: Sequence[Check]) -> list[bool]:
    """For each finding of a fitting code that overlaps the planted error, whether it is major."""
    damaged = replace(home[index], source=item["source"], target=item["bad"])
    article = make_article([*home[:index], damaged, *home[index + 1 :]])
    codes = {item["code"], *ALSO.get(item["code"], set())}
    start, end = item["span"]
    slack = 12 if start == end else 0
    return [
        is_loud(check, hit)
        for check, hit, place in run_checks(article, [check for check in checks if check.code in codes], index)
        if place == index and max(hit.start, start - slack) <= min(hit.end, end + slack)
    ]


def show_miss(item: Item) -> str:
    """Four lines for a reader."""
    start, end = item["span"]
    head = f"MISS {item['kind']} {item['languages']} [{item['bad'][start:end]}]"
    return f"{head}\n  S {item['source']}\n  T {item['bad']}\n  G {item['good']}"


def print_recall(tally: Recall) -> None:
    """A line a language pair: found of planted, and found as major, by kind."""
    print("pair  kind found/planted=share (share major)")
    for languages in sorted({languages for languages, _ in tally.planted}):
        kinds = sorted(kind for found, kind in tally.planted if found == languages)
        print(languages, " ".join(_figure(tally, languages, kind) for kind in kinds))


def _figure(tally: Recall, languages: str, kind: str) -> str:
    key = (languages, kind)
    number, found = tally.planted[key], tally.found[key]
    return f"{kind} {found}/{number}={found / number:.2f} ({tally.loud[key] / number:.2f})"

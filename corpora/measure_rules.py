"""Measures the rule checks: false alarms on professional translations, recall on planted errors, time.

    python -m corpora.measure_rules alarms  [--languages en-sr,en-ru] [--codes TQ101] [--pairs 600] [--show 5]
    python -m corpora.measure_rules planted [--languages en-sr] [--families number,date] [--limit 60] [--show 5]
    python -m corpora.measure_rules speed
    python -m corpora.measure_rules table --half test [--output docs/rules.md]   both, as a page

`--half dev` (the default) is what may be looked at and tuned on; `--half test` is only measured.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpora.generators.records import Pair
from corpora.rules.alarms import Alarms, find_alarms, print_alarms
from corpora.rules.articles import RULES, is_loud, load_rules
from corpora.rules.clean_pairs import Selection, read_documents
from corpora.rules.name_pairs import read_name_documents
from corpora.rules.planted import DENIALS, FAMILIES, Item, Recall, find_planted, print_recall, show_miss
from corpora.rules.speed import measure_costs, print_speed
from corpora.rules.table import page

PAIRS = tuple(
    pair
    for code in ("sr", "ru", "ar", "hi", "zh", "ja", "de", "fr", "es", "pt", "tr", "fi")
    for pair in (f"en-{code}", f"{code}-en")
)
"""Language pairs in which errors are planted for the table."""
EVERY = 100_000
"""More sentence pairs than there are."""


def _alarms(arguments: argparse.Namespace) -> None:
    tally, shown = Alarms(), Counter[str]()
    for alarm in find_alarms(read_documents(_selection(arguments)), load_rules(arguments.codes), tally):
        key = f"{alarm.check.code}/{alarm.pair.languages}" if arguments.by_language else alarm.check.code
        if shown[key] < arguments.show and (is_loud(alarm.check, alarm.hit) or not arguments.loud):
            shown[key] += 1
            print(alarm.show())
    print_alarms(tally)


def _planted(arguments: argparse.Namespace) -> None:
    tally, shown = Recall(), Counter[str]()
    for item in _plant(arguments, frozenset(arguments.languages), tally):
        key = f"{item['kind']}/{item['languages']}"
        if shown[key] < arguments.show:
            shown[key] += 1
            print(show_miss(item))
    print_recall(tally)


def _plant(arguments: argparse.Namespace, languages: frozenset[str], tally: Recall) -> Iterator[Item]:
    """The errors that are missed; denials, of which news has few, are planted into every sentence of the half, names both ways of each."""
    rare = [family for family in arguments.families if family in DENIALS]
    names = [family for family in arguments.families if family == "name"]
    others = [family for family in arguments.families if family not in (*rare, *names)]
    rules, chosen = load_rules(arguments.codes), replace(_selection(arguments), languages=languages, pairs=EVERY)
    for families, selection, read in (
        (others, replace(chosen, pairs=arguments.pairs), read_documents),
        (rare, chosen, read_documents),
        (names, chosen, read_name_documents),
    ):
        yield from find_planted(read(selection) if families else {}, rules, families, arguments.limit, tally)


def _table(arguments: argparse.Namespace) -> None:
    recall, alarms = Recall(), Alarms()
    rules = load_rules(arguments.codes)
    costs = measure_costs(_speed_pairs(frozenset({"en-de"})), rules)  # before all else: what fills the memory slows it
    for _ in _plant(arguments, frozenset(arguments.languages or PAIRS), recall):
        pass
    for _ in find_alarms(read_documents(_selection(arguments)), rules, alarms):
        pass
    command = " ".join(["python -m corpora.measure_rules", *sys.argv[1:]])
    text = "\n".join(page(recall, alarms, costs, command)) + "\n"
    if arguments.output:
        Path(arguments.output).write_text(text, encoding="utf-8")
    else:
        print(text, end="")


def _speed(arguments: argparse.Namespace) -> None:
    print_speed(_speed_pairs(frozenset(arguments.languages) or frozenset({"en-de"})), load_rules(arguments.codes))


def _speed_pairs(languages: frozenset[str]) -> list[Pair]:
    documents = read_documents(Selection(languages, "all", 1800))
    return [pair for items in documents.values() for pair in items]


def _selection(arguments: argparse.Namespace) -> Selection:
    return Selection(frozenset(arguments.languages), arguments.half, arguments.pairs)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


def main() -> None:
    commands = {"alarms": _alarms, "planted": _planted, "speed": _speed, "table": _table}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=sorted(commands))
    parser.add_argument("--languages", type=_words, default=())
    parser.add_argument("--codes", type=_words, default=RULES)
    parser.add_argument("--families", type=_words, default=FAMILIES)
    parser.add_argument("--half", choices=["dev", "test", "all"], default="dev")
    parser.add_argument("--pairs", type=int, default=600, help="clean pairs a language pair")
    parser.add_argument("--limit", type=int, default=60, help="planted errors an operator and language pair")
    parser.add_argument("--show", type=int, default=0, help="examples a code")
    parser.add_argument("--output", default="", help="file for the page")
    parser.add_argument("--loud", action="store_true", help="show major ones only")
    parser.add_argument("--by-language", action="store_true", help="examples a code and language pair")
    arguments = parser.parse_args()
    commands[arguments.what](arguments)


if __name__ == "__main__":
    main()

"""Measures the rule checks: false alarms on professional translations, recall on planted errors, time.

    python corpora/measure_rules.py alarms  [--languages en-sr,en-ru] [--codes TQ101] [--pairs 600] [--show 5]
    python corpora/measure_rules.py planted [--languages en-sr] [--families number,date] [--limit 60] [--show 5]
    python corpora/measure_rules.py speed

Reads `ntrex128` and the references of `mt-outputs` in ../shared/data, which are not part of the
repository. Every finding on a reference counts as a false alarm, though some references are in fact wrong.
"""

from __future__ import annotations

import argparse
import lzma
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from json import loads
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from corpora.generators.damage import plant  # noqa: E402
from corpora.generators.records import Corpus  # noqa: E402
from corpora.generators.records import Pair as Clean  # noqa: E402
from tqcheck.checks import CHECKS  # noqa: E402
from tqcheck.model import Article, Document, Hit, Pair, Run, Segment  # noqa: E402
from tqcheck.registry import Check, Context, load  # noqa: E402
from tqcheck.text.segment import count_words  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
RULES = ("TQ1", "TQ3", "TQ4", "TQ502", "TQ601", "TQ603", "TQ8")
ALSO = {
    "TQ101": {"TQ102", "TQ103", "TQ107"},
    "TQ103": {"TQ101"},
    "TQ102": {"TQ101"},
    "TQ104": {"TQ403"},
    "TQ302": {"TQ303"},
    "TQ303": {"TQ302"},
}
"""Codes that are as good for a planted error of the key's code."""
FAMILIES = "number,date,unit,name,link,placeholder,negation,duplicate,quotes"


def read_clean(languages: set[str], limit: int) -> Iterator[tuple[Clean, str]]:
    """Clean pairs with their document, each language pair cut at `limit`."""
    counts: Counter[str] = Counter()
    seen = set()
    for name in ("ntrex128/all.jsonl.xz", "mt-outputs/flores-test.jsonl.xz"):
        with lzma.open(DATA / name, "rt", encoding="utf-8") as lines:
            for row in map(loads, lines):
                languages_of = f"{row['src_lang']}-{row['tgt_lang']}"
                key = (languages_of, row["src"])
                if key in seen or (languages and languages_of not in languages) or counts[languages_of] >= limit:
                    continue
                seen.add(key)
                counts[languages_of] += 1
                document = f"{languages_of}/{row.get('doc') or counts[languages_of] // 10}"
                yield _clean(row["id"], row["src"], row["ref"], row["src_lang"], row["tgt_lang"]), document


_TAILS = (
    " (https://example.org/report-17)",
    " {name}",
    " <b>%s</b>",
    " `make test`",
    " press@example.org",
    " ${total}",
)


def decorate(pairs: list[Clean]) -> Iterator[Clean]:
    """The first pairs of a language with an address, a placeholder or a tag at the end of both sides, in turn."""
    for number, pair in enumerate(pairs[:90]):
        tail = _TAILS[number % len(_TAILS)]
        yield _clean(
            f"{pair.identifier}/tail",
            pair.source + tail,
            pair.target + tail,
            pair.source_language,
            pair.target_language,
        )


def _clean(name: str, source: str, target: str, source_language: str, target_language: str) -> Clean:
    return Clean(
        identifier=name, source=source, target=target, source_language=source_language, target_language=target_language
    )


def _segment(text: str, start: int, block: int) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), start, len(text)),), block=block)


def _document(texts: list[str], path: str) -> Document:
    blocks, start = [], 0
    for index, text in enumerate(texts):
        blocks.append(_segment(text, start, index))
        start += len(text) + 2
    return Document(path=path, text="\n\n".join(texts), blocks=tuple(blocks), format="text")


def make_article(items: list[tuple[str, str]], source_language: str, target_language: str) -> Article:
    """An article of one-sentence paragraphs."""
    source = _document([left for left, _ in items], "source")
    target = _document([right for _, right in items], "target")
    pairs = tuple(
        Pair(source=left, target=right, source_language=source_language, target_language=target_language)
        for left, right in zip(source.blocks, target.blocks, strict=True)
    )
    return Article(
        translation=target, source=source, source_language=source_language, target_language=target_language, pairs=pairs
    )


def run_checks(article: Article, checks: Iterable[Check]) -> Iterator[tuple[Check, Hit, int]]:
    """(check, hit, index of the paragraph hit)."""
    context = Context(source_language=article.source_language, target_language=article.target_language, article=article)
    for check in checks:
        if check.scope == "document":
            for hit in check.judge(article, context):
                yield check, hit, hit.segment.block if hit.segment else 0
            continue
        for index, pair in enumerate(article.pairs):
            for hit in check.judge(pair, context):
                yield check, hit, index


def severity_of(check: Check, hit: Hit) -> str:
    """The severity with which a hit would be reported."""
    return hit.severity or check.severity


def measure_alarms(checks: list[Check], arguments: argparse.Namespace) -> None:
    """Prints findings per 1000 words, by code and language pair."""
    documents: defaultdict[str, list[Clean]] = defaultdict(list)
    for clean, document in read_clean(arguments.languages, arguments.pairs):
        documents[document].append(clean)
    words: Counter[str] = Counter()
    found: Counter[tuple[str, str, str]] = Counter()
    shown: Counter[str] = Counter()
    for items in documents.values():
        first = items[0]
        article = make_article([(c.source, c.target) for c in items], first.source_language, first.target_language)
        words[first.languages] += sum(count_words(c.target, first.target_language) for c in items)
        for check, hit, index in run_checks(article, checks):
            loud = severity_of(check, hit) in ("major", "critical")
            found[first.languages, check.code, "major" if loud else "minor"] += 1
            key = f"{check.code}/{first.languages}" if arguments.by_language else check.code
            if shown[key] < arguments.show and (loud or not arguments.loud):
                shown[key] += 1
                item = items[index]
                span = item.target[hit.start : hit.end]
                print(
                    f"{check.code} {first.languages} [{span}] {hit.confidence} {hit.message}\n  S {item.source}\n  T {item.target}"
                )
    _print_alarms(words, found)


def _print_alarms(words: Counter[str], found: Counter[tuple[str, str, str]]) -> None:
    codes = sorted({code for _, code, _ in found})
    print("pair     words  major   all | findings per 1000 words by code: major/all")
    for languages in [*sorted(words), "all"]:
        total = sum(words.values()) if languages == "all" else words[languages]

        def rate(code: str, level: str, languages: str = languages, total: int = total) -> float:
            hits = sum(
                n
                for (pair, c, s), n in found.items()
                if languages in (pair, "all") and c.startswith(code) and level in (s, "all")
            )
            return 1000 * hits / max(1, total)

        row = " ".join(
            f"{code} {rate(code, 'major'):.2f}/{rate(code, 'all'):.2f}" for code in codes if rate(code, "all")
        )
        print(f"{languages:7} {total:6} {rate('TQ', 'major'):6.2f} {rate('TQ', 'all'):5.2f} | {row}")


def measure_planted(checks: list[Check], arguments: argparse.Namespace) -> None:
    """Prints the share of planted errors that a finding of a fitting code overlaps, by code and language pair."""
    by_pair: defaultdict[str, list[Clean]] = defaultdict(list)
    for clean, _ in read_clean(arguments.languages, arguments.pairs):
        by_pair[clean.languages].append(clean)
    for pairs in by_pair.values():
        pairs.extend(list(decorate(pairs)))
    print("pair    found/planted by kind")
    totals: dict[str, Counter[str]] = {"found": Counter(), "planted": Counter()}
    for languages, pairs in sorted(by_pair.items()):
        found, planted = Counter[str](), Counter[str]()
        shown: Counter[str] = Counter()
        for item in plant(Corpus(pairs), arguments.families.split(","), seed=7, limit=arguments.limit):
            planted[item["kind"]] += 1
            if _detected(item, checks):
                found[item["kind"]] += 1
            elif shown[item["kind"]] < arguments.show:
                shown[item["kind"]] += 1
                start, end = item["span"]
                print(f"MISS {item['kind']} {languages} [{item['bad'][start:end]}]")
                print(f"  S {item['source']}\n  T {item['bad']}\n  G {item['good']}")
        totals["found"].update(found)
        totals["planted"].update(planted)
        print(
            languages,
            " ".join(
                f"{kind} {found[kind]}/{number}={found[kind] / number:.2f}" for kind, number in sorted(planted.items())
            ),
        )
    print(
        "all",
        " ".join(
            f"{kind} {totals['found'][kind] / number:.3f} of {number}"
            for kind, number in sorted(totals["planted"].items())
        ),
    )


def _detected(item: dict[str, object], checks: list[Check]) -> bool:
    source_language, target_language = str(item["languages"]).rsplit("-", 1)
    article = make_article([(str(item["source"]), str(item["bad"]))], source_language, target_language)
    codes = {str(item["code"]), *ALSO.get(str(item["code"]), set())}
    start, end = item["span"]  # type: ignore[misc]
    slack = 12 if start == end else 0
    for _, hit, _ in run_checks(article, [check for check in checks if check.code in codes]):
        if max(hit.start, start - slack) <= min(hit.end, end + slack):
            return True
    return False


def measure_speed(checks: list[Check]) -> None:
    """Prints seconds for 3,000 words and for ten times as many."""
    pairs = [clean for clean, _ in islice(read_clean({"en-sr", "en-de"}, 1800), 1500)]
    for size in (300, 3_000, 30_000):
        items, words = [], 0
        for clean in pairs * 20:
            if words >= size:
                break
            items.append((clean.source, clean.target))
            words += len(clean.target.split())
        start = time.perf_counter()
        count = sum(1 for _ in run_checks(make_article(items, "en", "de"), checks))
        print(f"{words} words: {time.perf_counter() - start:.2f} s, {count} findings")
    for check in checks:
        start = time.perf_counter()
        sum(1 for _ in run_checks(make_article(items, "en", "de"), [check]))
        print(f"  {check.code} {time.perf_counter() - start:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["alarms", "planted", "speed"])
    parser.add_argument("--languages", type=lambda text: set(text.split(",")), default=set())
    parser.add_argument("--codes", default="")
    parser.add_argument("--families", default=FAMILIES)
    parser.add_argument("--pairs", type=int, default=600, help="clean pairs a language pair")
    parser.add_argument("--limit", type=int, default=60, help="planted errors an operator and language pair")
    parser.add_argument("--show", type=int, default=0, help="examples a code")
    parser.add_argument("--loud", action="store_true", help="show major ones only")
    parser.add_argument("--by-language", action="store_true", help="examples a code and language pair")
    arguments = parser.parse_args()
    wanted = tuple(arguments.codes.split(",")) if arguments.codes else RULES
    checks = [load(target) for code, target in CHECKS.items() if code.startswith(wanted)]
    if arguments.what == "alarms":
        measure_alarms(checks, arguments)
    elif arguments.what == "planted":
        measure_planted(checks, arguments)
    else:
        measure_speed(checks)


if __name__ == "__main__":
    main()

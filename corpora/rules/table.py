"""The measured figures as a page: recall on planted errors and false alarms, by language pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpora.rules.alarms import Alarms
from corpora.rules.planted import Recall
from corpora.rules.speed import Cost

FAMILIES = {
    "numbers": ("number-changed", "magnitude-dropped"),
    "dates": ("month-changed", "weekday-changed"),
    "units": ("unit-changed",),
    "links": ("link-broken", "link-lost"),
    "placeholders": ("placeholder-broken", "placeholder-lost"),
    "names misspelt": ("name-misspelt",),
    "names replaced": ("name-replaced",),
    "negation": ("negation-dropped", "negation-added", "denial-lost", "denial-added", "never-added"),
}
"""Column -> kinds of planted error."""
MACHINE = "2 shared x86-64 cores, no GPU, 2026-12-01"
_INTRODUCTION = """# The rule checks, measured

Sentence pairs of professional translations (ntrex128: news; the references of mt-outputs: FLORES), the half of them that nothing was tuned
on, as articles of one-sentence paragraphs. No model runs: these are the checks that compare figures, names, links, marks and words.
Findings are counted as a report gives them: of a fitted confidence of .1 or more (TQ601 .3), major from .75 on.

`{command}`, {machine}."""
_RECALL = """
## Recall on planted errors

One error is planted into a clean sentence, which is then judged inside its document; found means that a finding of a fitting code
overlaps it, of any severity. Where the texts give few numbers, dates and units, up to 20 more are planted into pairs with one added behind
both sides, as CLDR writes it. A name is a word of the English side that the translators into three other languages or more kept letter by
letter. Names are planted into all of the half, read both ways, Serbian news in both alphabets and the references of DEMETR with it: each
name once before any twice, with a near letter, two letters exchanged, one dropped or doubled, where both sides keep the letters; elsewhere
with another consonant, two exchanged or one dropped, so that it sounds less like the name; or replaced by another one of its kind (a
woman's first name, a surname, a place). Negations are planted into all sentences of the half: a plain one lost or added, "never", and words
that deny inside ("without", "no longer", "illegal") put for what they deny, or the other way round. Small figures: how many were planted.
A dash: the pair's text gave no place for such an error.
"""
_ALARMS = """
## False alarms

Findings per 1000 words of translations that nothing was planted into. Every finding counts, though some of these references are in fact
wrong (a date moved by a day, a name with a letter lost).
"""
_LANGUAGES = """
## By language

Both directions together: recall on planted errors, then findings per 1000 words.
"""
_COST = """
## Cost

Seconds on one English-German article, tables and dictionaries being read: CPU seconds of all these checks; the seconds that one waits for
them where two processes judge, as they do on a machine with two processors; and CPU seconds of `tqcheck check` on the two files in a fresh
process, with the checks that need no model: imports, tables and alignment included (`python -m corpora.measure_rules speed`).
"""


def page(recall: Recall, alarms: Alarms, costs: Sequence[Cost], command: str) -> Iterator[str]:
    """The page in Markdown, line by line; `costs` are those of articles of several lengths."""
    yield _INTRODUCTION.format(command=command, machine=MACHINE)
    yield _RECALL
    yield from _table(["pair", *FAMILIES], _recall_rows(recall))
    yield _ALARMS
    codes = sorted({code for _, code, _ in alarms.found})
    yield from _table(["pair", "words", "major", "all", *codes], _alarm_rows(alarms, codes))
    yield _LANGUAGES
    yield from _table(["language", *FAMILIES, "words", "major", "all"], _language_rows(recall, alarms))
    yield _COST
    rows = (
        [str(cost.words), *(f"{seconds:.2f}" for seconds in (cost.seconds, cost.waited, cost.fresh))] for cost in costs
    )
    yield from _table(["words", "the checks", "two processes", "the command"], rows)


def _recall_rows(recall: Recall) -> Iterator[list[str]]:
    for languages in sorted({languages for languages, _ in recall.planted}):
        yield [languages, *(_share(recall, [languages], kinds) for kinds in FAMILIES.values())]
    everything = sorted({languages for languages, _ in recall.planted})
    yield ["all", *(_share(recall, everything, kinds) for kinds in FAMILIES.values())]


def _language_rows(recall: Recall, alarms: Alarms) -> Iterator[list[str]]:
    """A row for each language that stands beside English."""
    pairs = sorted({*alarms.words, *(languages for languages, _ in recall.planted)})
    for language in sorted({_beside_english(pair) for pair in pairs}):
        own = [pair for pair in pairs if _beside_english(pair) == language]
        words = sum(alarms.words[pair] for pair in own)
        rates = [
            sum(alarms.rate(pair, loud=loud) * alarms.words[pair] for pair in own) / max(1, words)
            for loud in (True, False)
        ]
        shares = [_share(recall, own, kinds) for kinds in FAMILIES.values()]
        yield [language, *shares, str(words), *(f"{rate:.2f}" if rate else "0" for rate in rates)]


def _beside_english(pair: str) -> str:
    source, _, target = pair.partition("-")
    return target if source == "en" else source


def _share(recall: Recall, languages: list[str], kinds: tuple[str, ...]) -> str:
    keys = [(pair, kind) for pair in languages for kind in kinds]
    planted, found = sum(recall.planted[key] for key in keys), sum(recall.found[key] for key in keys)
    return f"{found / planted:.2f} <sub>{planted}</sub>" if planted else "-"


def _alarm_rows(alarms: Alarms, codes: list[str]) -> Iterator[list[str]]:
    for languages in [*sorted(alarms.words), ""]:
        words = alarms.words[languages] if languages else alarms.words.total()
        rates = [alarms.rate(languages, loud=True), alarms.rate(languages), *(alarms.rate(languages, c) for c in codes)]
        yield [languages or "all", str(words), *(f"{rate:.2f}" if rate else "0" for rate in rates)]


def _table(header: list[str], rows: Iterator[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"

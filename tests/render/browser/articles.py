"""Reports of whole articles for the browser: the corpora's pairs with their gold spans as findings, so that they never change.

The stand-ins for engines are plain on purpose: a back-translation that lost every ninth word, links along the diagonal.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path

from tests.render.reports import finding, segment
from tqcheck.align import align_documents
from tqcheck.model import (
    Document,
    DocumentReport,
    Evidence,
    Finding,
    Link,
    Metric,
    Notice,
    Pair,
    Quality,
    Report,
    Score,
    Span,
    Translation,
)
from tqcheck.readers import read_document
from tqcheck.render.differences import WORD
from tqcheck.render.places import view_range

ROOT = Path(__file__).parents[3]
METRICS = tuple(
    Metric(name, value, "stand-in")
    for name, value in (("chrf++", 54.7), ("bleu", 35.0), ("ter", 48.2), ("estimated adequacy", 61.4))
)
CATEGORIES = {
    "1": "accuracy/number",
    "2": "accuracy/omission",
    "3": "locale-convention/number-format",
    "6": "accuracy/mistranslation",
}


def article_report(slug: str, *, back: bool = True) -> Report:
    """The erroneous translation of one article pair of corpora/articles."""
    folder = ROOT / "corpora" / "articles" / slug
    languages = tomllib.loads((folder / "article.toml").read_text("utf-8"))
    translation = next(folder.glob("errors.*"))
    source = next(folder.glob("source.*"))
    return _report(
        translation,
        source,
        folder / "gold.jsonl",
        languages["source_language"],
        languages["target_language"],
        back=back,
    )


def seed_report() -> Report:
    """The seed article against its reconstructed source: no back-translation, so the third column is the word gloss."""
    folder = ROOT / "corpora" / "putin-illusion"
    return _report(
        ROOT / "seeds" / "article.en.txt", folder / "source.cnr.txt", folder / "gold.jsonl", "cnr", "en", back=False
    )


def _report(translation: Path, source: Path, gold: Path, from_: str, to: str, *, back: bool) -> Report:
    document, original = _read(translation), _read(source)
    pairs = tuple(
        replace(pair, evidence=_evidence(pair, from_, back=back))
        for pair in align_documents(original, document, from_, to).pairs
    )
    findings = tuple(_gold(document, pairs, json.loads(line)) for line in gold.read_text("utf-8").splitlines())
    judged = DocumentReport(
        document=document,
        source=original,
        source_language=from_,
        target_language=to,
        words=max(1, len(document.text.split())),
        pairs=pairs,
        findings=findings,
        score=Score(mqm=91.25, per_1000_words=87.5, penalty=60.0, metrics=METRICS if back else ()),
        notices=(Notice("ai-disclaimer", "The article says that it was translated by a machine."),),
    )
    return Report(
        verdict="fail",
        documents=(judged,),
        notices=(Notice("no-scorer", "No scorer for this pair is installed."),),
        skipped=(),
        signature="tqcheck:0|stand-in",
        version="0",
    )


def _read(path: Path) -> Document:
    return read_document(path, name=path.name)


def _evidence(pair: Pair, language: str, *, back: bool) -> Evidence:
    if pair.source is None or pair.target is None:
        return Evidence()
    source, target = list(WORD.finditer(pair.source.text)), list(WORD.finditer(pair.target.text))
    links = tuple(
        Link(Span(*source[number * len(source) // len(target)].span()), Span(*word.span()))
        for number, word in enumerate(target)
        if source and number % 7
    )
    kept = " ".join(word.group() for number, word in enumerate(source) if number % 9 != 8)
    score = (len(target) % 10) / 10
    return Evidence(
        back=Translation(text=kept, language=language, signature="stand-in") if back and kept else None,
        quality=Quality(score=score, adequacy=0, penalty=0, critical=0, spans=(), omissions=(), signature="stand-in"),
        links=links,
    )


def _gold(document: Document, pairs: tuple[Pair, ...], gold: dict[str, object]) -> Finding:
    target, source = gold["target"], gold["source"]
    assert isinstance(target, dict)
    span = Span(target["start"], target["end"])
    number = next((n for n, pair in enumerate(pairs) if pair.target and view_range(pair.target, span)), -1)
    return finding(
        document.text,
        (span.start, span.end),
        code=gold["code"],
        name=gold["kind"],
        severity=gold["severity"],
        category=CATEGORIES.get(str(gold["code"])[2], "style"),
        message=gold["why"],
        segment=number,
        confidence=round(0.4 + (span.start % 60) / 100, 2),
        source_span=Span(source["start"], source["end"]) if isinstance(source, dict) else None,
        source_text=source["text"] if isinstance(source, dict) else "",
        evidence=(("source", source["text"]),) if isinstance(source, dict) else (),
        fingerprint=f"{gold['code']}-{span.start}-{span.end}",
    )


def long_report(segments: int = 2000) -> Report:
    """A document of many segments, three columns, a finding in every other one."""
    sentence = (
        "The harvest of salt number {} was 1,248 tonnes according to the cooperative that runs the ponds of the valley."
    )
    original = "A colheita de sal número {} foi de 1248 toneladas segundo a cooperativa que explora os tanques do vale."
    lines, sources = [sentence.format(n) for n in range(segments)], [original.format(n) for n in range(segments)]
    text, source = "\n\n".join(lines), "\n\n".join(sources)
    pairs, findings, at, there = [], [], 0, 0
    for number, (line, other) in enumerate(zip(lines, sources, strict=True)):
        pair = Pair(source=segment(other, there), target=segment(line, at), source_language="pt", target_language="en")
        pairs.append(replace(pair, evidence=_evidence(pair, "pt", back=True)))
        if number % 2:
            start = at + line.index("1,248")
            severity = ("minor", "major", "minor", "critical")[number // 2 % 4]
            findings.append(
                finding(text, (start, start + 5), segment=number, severity=severity, fingerprint=f"n{number}")
            )
        at, there = at + len(line) + 2, there + len(other) + 2
    judged = DocumentReport(
        document=Document(path="long.en.txt", text=text, blocks=(), format="plain"),
        source=Document(path="long.pt.txt", text=source, blocks=(), format="plain"),
        source_language="pt",
        target_language="en",
        words=segments * 18,
        pairs=tuple(pairs),
        findings=tuple(findings),
        score=Score(mqm=80.0, per_1000_words=200.0, penalty=7000.0),
    )
    return Report(verdict="fail", documents=(judged,), notices=(), skipped=(), signature="s", version="0")

"""Small reports made of the real records, for the tests of the renderers."""

from __future__ import annotations

from tqcheck.model import (
    Document,
    DocumentReport,
    Evidence,
    Finding,
    Kind,
    Link,
    Metric,
    Notice,
    Pair,
    Place,
    Quality,
    Report,
    Run,
    Score,
    Segment,
    Skipped,
    Span,
    Translation,
)


def segment(text: str, at: int, kind: Kind = Kind.PARAGRAPH, **rest: int) -> Segment:
    return Segment(text=text, runs=(Run(0, len(text), at, len(text)),), kind=kind, **rest)


def lines(text: str, kinds: tuple[Kind, ...] = ()) -> tuple[Segment, ...]:
    """One segment for each line of a text."""
    segments, at = [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        body = line.rstrip("\r\n")
        segments.append(segment(body, at, kinds[number] if number < len(kinds) else Kind.PARAGRAPH))
        at += len(line)
    return tuple(segments)


def document(path: str, text: str, kinds: tuple[Kind, ...] = ()) -> Document:
    return Document(path=path, text=text, blocks=lines(text, kinds), format="plain")


def finding(report_text: str, span: tuple[int, int], **fields: object) -> Finding:
    start, end = span
    given: dict[str, object] = {
        "code": "TQ101",
        "name": "number-mismatch",
        "category": "accuracy/number",
        "severity": "major",
        "confidence": 0.93,
        "message": "The source says 3,800; the translation says 38,000.",
        "segment": 0,
        "fingerprint": f"print-{start}-{end}",
    }
    return Finding(span=Span(start, end), text=report_text[start:end], **{**given, **fields})  # type: ignore[arg-type]


SOURCE = "Manchete\r\nO governo enviou 3.800 soldados 🪖 ao norte.\r\nNinguém ficou ferido.\r\n"
TRANSLATION = "Headline\r\nThe government sent 38,000 soldiers 🪖 north.\r\nHe said so to him.\r\n"
BACK = "O governo mandou 38.000 soldados 🪖 ao norte."


def small_report() -> Report:
    """A Portuguese-English article: a wrong number, an omission whose gap has no width, a restatement, a document finding."""
    translation, source = document("a.en.txt", TRANSLATION, (Kind.HEADING,)), document("a.pt.txt", SOURCE)
    heading, numbers, said = translation.blocks
    evidence = Evidence(
        back=Translation(text=BACK, language="pt", signature="fake/1"),
        quality=Quality(
            score=0.41234567, adequacy=0.0, penalty=1.0, critical=0.0, spans=(), omissions=(), signature="q/1"
        ),
        links=(Link(Span(2, 9), Span(4, 14)), Link(Span(17, 22), Span(20, 26))),
    )
    pairs = (
        Pair(source=source.blocks[0], target=heading, source_language="pt", target_language="en"),
        Pair(
            source=source.blocks[1],
            target=numbers,
            source_language="pt",
            target_language="en",
            evidence=evidence,
            confidence=0.98765,
        ),
        Pair(source=source.blocks[2], target=None, source_language="pt", target_language="en", anchor=said.span.start),
        Pair(source=None, target=said, source_language="pt", target_language="en"),
    )
    number, him = TRANSLATION.index("38,000"), TRANSLATION.index("to him")
    gap = said.span.start
    findings = (
        finding(
            TRANSLATION,
            (him, him + 6),
            code="TQ404",
            name="restated-differently",
            category="accuracy/addition",
            segment=3,
            confidence=0.8,
            message="Said otherwise elsewhere.",
            related=(Place(Span(10, 24), TRANSLATION[10:24], "without these words"),),
            evidence=(("other", "The government"),),
        ),
        finding(
            TRANSLATION,
            (number, number + 6),
            segment=1,
            source_span=Span(SOURCE.index("3.800"), SOURCE.index("3.800") + 5),
            source_text="3.800",
            evidence=(("source", "3.800"), ("back_translation", "38.000")),
            fix="3,800",
        ),
        finding(
            TRANSLATION,
            (gap, gap),
            code="TQ201",
            name="omission",
            category="accuracy/omission",
            segment=2,
            message="A sentence of the source is missing.",
            source_span=source.blocks[2].span,
            source_text=source.blocks[2].text,
        ),
        finding(
            TRANSLATION,
            (0, 0),
            code="TQ801",
            name="missing-disclaimer",
            category="publication",
            severity="neutral",
            segment=-1,
            confidence=1.0,
            message="No disclaimer.",
        ),
    )
    score = Score(
        mqm=99.0, per_1000_words=10.0, penalty=15.0, note="short text", metrics=(Metric("chrf++", 61.23456, "nc:6"),)
    )
    judged = DocumentReport(
        document=translation,
        source=source,
        source_language="pt",
        target_language="en",
        words=14,
        pairs=pairs,
        findings=findings,
        score=score,
        notices=(Notice("ai-disclaimer", "The article says that it was machine-translated."),),
    )
    return Report(
        verdict="fail",
        documents=(judged,),
        notices=(Notice("no-scorer", "No scorer for pt-en."),),
        skipped=(Skipped("b.txt", "TQ901", "empty file"),),
        signature="tqcheck:0.1.0|fake/1",
        version="0.1.0",
        gate=("major", 0.9),
    )

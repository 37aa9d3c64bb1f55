"""Comments in a translation that accept findings: for the next block, for a region, for the file.

    <!-- tqcheck: ignore TQ403, TQ1 -- the name is right -->     the next block, or the one the comment stands in
    <!-- tqcheck: off TQ302 --> ... <!-- tqcheck: on TQ302 -->   everything between
    <!-- tqcheck: ignore-file TQ801 -- reason -->                the whole file

Codes are prefixes; without codes every check is meant. MDX writes `{/* tqcheck: ... */}`, plain text a line `# tqcheck: ...` or
`// tqcheck: ...`. What the tool says about itself (TQ9xx) cannot be suppressed. A comment that suppresses nothing is TQ905.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from tqcheck.config import Plan
from tqcheck.filters import sort_findings
from tqcheck.model import Document, Finding, Span
from tqcheck.registry import Check

_ACTIONS = ("ignore", "ignore-file", "off", "on")
_COMMENT = re.compile(
    r"<!--\s*tqcheck:(?P<html>.*?)-->|\{/\*\s*tqcheck:(?P<mdx>.*?)\*/\}|^[ \t]*(?:#|//)\s*tqcheck:(?P<line>[^\n]*)$",
    re.DOTALL | re.MULTILINE,
)
_CODE = re.compile(r"[A-Z]{2}\d{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One comment: where it stands, the stretch of the file it covers, the code prefixes it accepts (none = all), what is wrong with it."""

    comment: Span
    covered: Span
    codes: tuple[str, ...] = ()
    whole: bool = False
    problem: str = ""

    def accepts(self, finding: Finding) -> bool:
        """Whether it covers the finding."""
        if (
            self.problem
            or finding.code.startswith("TQ9")
            or not (not self.codes or finding.code.startswith(self.codes))
        ):
            return False
        if finding.segment < 0 and finding.span == Span(0, 0):
            return self.whole
        return self.covered.overlaps(finding.span)


def suppress(
    findings: Sequence[Finding], document: Document, checks: Mapping[str, Check], plan: Plan
) -> tuple[Finding, ...]:
    """The findings that no comment accepts, and TQ905 for every comment that accepts none; nothing is ever found in a comment itself."""
    suppressions = list(find_suppressions(document))
    if not suppressions:
        return tuple(findings)
    outside = [item for item in findings if not _inside(item, suppressions)]
    kept = [item for item in outside if not any(entry.accepts(item) for entry in suppressions)]
    unused = _unused(suppressions, outside, document, checks, plan) if "TQ905" in checks else ()
    return tuple(sort_findings([*kept, *unused]))


def find_suppressions(document: Document) -> Iterator[Suppression]:
    """Every comment of the file, in order; comments inside code are text, not comments."""
    opened: list[tuple[Span, tuple[str, ...]]] = []
    for match in _COMMENT.finditer(document.text):
        comment = Span(*match.span())
        if (match["line"] is not None and document.format != "text") or _in_code(document, comment):
            continue
        action, codes, problem = _parse(match["html"] or match["mdx"] or match["line"] or "")
        if problem:
            yield Suppression(comment=comment, covered=comment, problem=problem)
        elif action == "off":
            opened.append((comment, codes))
        elif action == "on":
            yield from _close(opened, comment, codes)
        else:
            whole = action == "ignore-file"
            covered = Span(0, len(document.text)) if whole else _next_block(document, comment)
            yield Suppression(comment=comment, covered=covered, codes=codes, whole=whole)
    for start, codes in opened:
        yield Suppression(comment=start, covered=Span(start.end, len(document.text)), codes=codes)


def _parse(text: str) -> tuple[str, tuple[str, ...], str]:
    """(action, codes, problem) of what follows "tqcheck:"; the reason after -- is for people."""
    words = text.split(" -- ")[0].removesuffix(" --").replace(",", " ").split()
    action = words[0] if words else ""
    if action not in _ACTIONS:
        near = get_close_matches(action, _ACTIONS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"it must be one of {', '.join(_ACTIONS)}"
        return "", (), f"{action!r} is no suppression; {hint}"
    codes = tuple(word.upper() for word in words[1:])
    wrong = [code for code in codes if not _CODE.fullmatch(code)]
    return action, codes, f"{wrong[0]!r} is no code; a reason stands after --" if wrong else ""


def _close(opened: list[tuple[Span, tuple[str, ...]]], comment: Span, codes: tuple[str, ...]) -> Iterator[Suppression]:
    """End the last region opened with these codes, or, without codes, every open one."""
    ended = [item for item in opened if not codes or item[1] == codes]
    for item in ended if not codes else ended[-1:]:
        opened.remove(item)
        yield Suppression(comment=item[0], covered=Span(item[0].end, comment.start), codes=item[1])
    if not ended:
        yield Suppression(comment=comment, covered=comment, problem="there is no region open here with these codes")


def _next_block(document: Document, comment: Span) -> Span:
    """The block the comment stands in or ends the line of, else the first one after it."""
    spans = [block.span for block in document.blocks]
    ended = [
        span for span in spans if span.end <= comment.start and not document.text[span.end : comment.start].strip(" \t")
    ]
    spans = ended[-1:] or [span for span in spans if span.end > comment.end]
    return spans[0] if spans else Span(comment.end, comment.end)


def _in_code(document: Document, comment: Span) -> bool:
    return any(
        mark.kind == "code" and block.locate(mark.start, mark.end).overlaps(comment)
        for block in document.blocks
        if block.span.overlaps(comment)
        for mark in block.marks
    ) or any(block.kind == "code" and block.span.overlaps(comment) for block in document.blocks)


def _inside(finding: Finding, suppressions: Iterable[Suppression]) -> bool:
    span = finding.span
    return any(
        item.comment.start <= span.start and span.end <= item.comment.end and span.start < span.end
        for item in suppressions
    )


def _unused(
    suppressions: Sequence[Suppression],
    findings: Sequence[Finding],
    document: Document,
    checks: Mapping[str, Check],
    plan: Plan,
) -> Iterator[Finding]:
    for item in suppressions:
        idle = [
            code for code in item.codes if not any(replace(item, codes=(code,)).accepts(found) for found in findings)
        ]
        judged = [code for code in idle if any(known.startswith(code) for known in checks)]
        silent = not item.codes and not any(item.accepts(found) for found in findings)
        if item.problem:
            yield _finding(item, document, f"This comment is not understood: {item.problem}.", checks, plan)
        elif silent or judged:
            what = ", ".join(judged) if judged else "anything"
            yield _finding(item, document, f"This comment does not suppress {what}: delete it.", checks, plan)


def _finding(item: Suppression, document: Document, message: str, checks: Mapping[str, Check], plan: Plan) -> Finding:
    check = checks["TQ905"]
    return Finding(
        code=check.code,
        name=check.name,
        category=check.category,
        severity=dict(plan.severities).get(check.code, check.severity),
        confidence=1.0,
        message=message,
        segment=-1,
        span=item.comment,
        text=document.text[item.comment.start : item.comment.end],
    )

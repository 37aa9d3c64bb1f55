"""What to check: a `Job` names the files, `read_article` turns it into an aligned `Article` or says why it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.align import align_documents
from tqcheck.align.documents import cut_sentences
from tqcheck.config import Plan
from tqcheck.errors import ReadError
from tqcheck.model import PROSE, Article, Document, Notice, Pair, Skipped
from tqcheck.readers import read_document
from tqcheck.text.function_words import is_clearly
from tqcheck.text.languages import identify, same_language

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder


LONGEST_BLOCK = 200_000
"""Characters of one paragraph beyond which a file is no article (minified, encoded or broken) and is refused, not ground through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One translation and, where there is one, its source; bytes given beside a path are used instead of the file.

    Attributes:
        path, source_path: what reports print and formats are told by.
        data, source_data: contents that do not come from a file (standard input, the Python API).
        format: name of the reader; empty = by suffix.
        source_language, target_language: what the layout of the files says; the plan's win, identification comes last.
    """

    path: str
    source_path: str = ""
    data: bytes | None = None
    source_data: bytes | None = None
    format: str = ""
    source_language: str = ""
    target_language: str = ""

    @property
    def has_source(self) -> bool:
        """Whether a source document was named."""
        return bool(self.source_path) or self.source_data is not None


def read_article(
    job: Job, plan: Plan, embedder: Embedder | None = None
) -> tuple[Article, tuple[Notice, ...]] | Skipped:
    """Read, identify, segment and align one job; a file that cannot be used becomes `Skipped` with the reason."""
    try:
        return _read_article(job, plan, embedder)
    except ReadError as error:
        return Skipped(job.path, "TQ901", str(error).removeprefix(f"{job.path}: "))


def _read_article(job: Job, plan: Plan, embedder: Embedder | None) -> tuple[Article, tuple[Notice, ...]]:
    translation = _read(job.path, job.data, job.format)
    source = (
        _read(job.source_path, job.source_data, job.format if job.source_data is not None else "")
        if job.has_source
        else None
    )
    notices = list(_disclaimers(translation))
    if translation.sources is not None:
        source_language, target_language = _bitext_languages(translation, plan, notices)
    else:
        target_language = plan.target_language or job.target_language or _identify(translation, job.path, notices)
        source_language = plan.source_language or job.source_language
        source_language = source_language or (_identify(source, job.source_path, notices) if source else "")
        _refuse_swapped(job, plan, source, translation)
    pairs, alignment = _pair(translation, source, source_language, target_language, embedder)
    article = Article(
        translation=translation,
        source=source,
        source_language=source_language,
        target_language=target_language,
        pairs=tuple(pairs),
        alignment=alignment,
    )
    return article, tuple(notices)


def _read(path: str, data: bytes | None, format_name: str) -> Document:
    document = read_document(Path(path), data=data, format=format_name or None)
    for block in document.blocks:
        if len(block.text) > LONGEST_BLOCK:
            line = document.text.count("\n", 0, block.span.start) + 1
            raise ReadError(
                f"{path}: the paragraph at line {line} has {len(block.text):,} characters; an article has no such paragraph "
                f"(at most {LONGEST_BLOCK:,}): check that this is the right file"
            )
    return document


def _pair(
    translation: Document,
    source: Document | None,
    source_language: str,
    target_language: str,
    embedder: Embedder | None,
) -> tuple[Sequence[Pair], float]:
    """Aligned pairs; sentences without a source where there is none or where the two files do not belong together."""
    alignment = 1.0
    if source is not None or translation.sources is not None:
        found = align_documents(source or translation, translation, source_language, target_language, embedder)
        if found.belongs:
            return found.pairs, found.confidence
        alignment = found.confidence
    sentences = cut_sentences(translation, target_language)
    alone = [
        Pair(source=None, target=sentence, source_language=source_language, target_language=target_language)
        for sentence in sentences
    ]
    return alone, alignment


def prose(document: Document) -> str:
    """The judged text of a document, by which its language is identified."""
    return "\n".join(block.text for block in document.blocks if block.kind in PROSE)


def _identify(document: Document, path: str, notices: list[Notice]) -> str:
    found = identify(prose(document) or document.text)
    if not found.language:
        notices.append(
            Notice(
                "language-unknown", f"{path}: the language is not clear ({found.reason}); name it with --from or --to"
            )
        )
    return found.language


def _bitext_languages(document: Document, plan: Plan, notices: list[Notice]) -> tuple[str, str]:
    cells = "\n".join(cell.text for cell in document.sources or () if cell)
    source = plan.source_language or document.languages[0] or identify(cells).language
    target = plan.target_language or document.languages[1] or _identify(document, document.path, notices)
    return source, target


def _refuse_swapped(job: Job, plan: Plan, source: Document | None, translation: Document) -> None:
    """Raise `ReadError` when the languages the user named are those of the two files the other way round."""
    if source is None or not (plan.source_language and plan.target_language):
        return
    if is_clearly(prose(translation), plan.target_language, plan.source_language):
        return
    heard = identify(prose(source)).language, identify(prose(translation)).language
    crossed = same_language(heard[0], plan.target_language) and same_language(heard[1], plan.source_language)
    if crossed and not same_language(plan.source_language, plan.target_language):
        raise ReadError(
            f"source and translation look swapped: {job.path} reads as {heard[1]} and {job.source_path} as {heard[0]}, "
            f"but --from {plan.source_language} --to {plan.target_language} was given; exchange the two files"
        )


def _disclaimers(document: Document) -> list[Notice]:
    """What the document itself says about how it was translated."""
    return [
        Notice("ai-disclaimer", block.text)
        for block in document.blocks
        if any(mark.kind == "disclaimer" for mark in block.marks)
    ]

"""`tqcheck align`: the alignment of two files by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def align(
    source: Annotated[Path, typer.Argument(help="The source file.")],
    translation: Annotated[Path, typer.Argument(help="Its translation.")],
    from_language: Annotated[str, typer.Option("--from", metavar="LANG", help="Language of the source.")] = "",
    to_language: Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the translation.")] = "",
    format_name: Annotated[str, typer.Option("--format", "-f", help="tsv, tmx, json or html.")] = "tsv",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File to write; standard output without it.")
    ] = None,
) -> None:
    """Align a source and its translation sentence by sentence."""
    from tqcheck.align import align_documents
    from tqcheck.align.export import FORMATS
    from tqcheck.cli.render import write
    from tqcheck.errors import ConfigError
    from tqcheck.jobs import prose
    from tqcheck.pipeline import embedded_model
    from tqcheck.readers import read_document
    from tqcheck.text.languages import identify

    if format_name not in FORMATS:
        raise ConfigError(f"--format {format_name}: choose one of {', '.join(FORMATS)}")
    documents = read_document(source), read_document(translation)
    named = [_tag(given) for given in (from_language, to_language)]
    languages = [given or identify(prose(document)).language for given, document in zip(named, documents, strict=True)]
    model = embedded_model()
    alignment = align_documents(*documents, languages[0], languages[1], model.embedder if model else None)
    if not alignment.belongs:
        typer.echo(f"{translation}: does not seem to be a translation of {source}; the pairs are guesses.", err=True)
    write(FORMATS[format_name](alignment.pairs, (languages[0], languages[1])), output)


def _tag(given: str) -> str:
    """A language tag as given, pt_BR as pt-BR: it goes into the files that are written; empty = to be told from the text."""
    import re

    from tqcheck.errors import ConfigError

    tag = given.strip().replace("_", "-")
    if tag and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag):
        raise ConfigError(f"“{given}” is no language: give a tag such as de, pt-BR or sr-Cyrl")
    return tag

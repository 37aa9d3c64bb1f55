"""`tqcheck translate`: a text carried into another language, paragraph by paragraph, and what the engine admits about it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tqcheck.errors import EngineError, ReadError


def translate(
    file: Annotated[str, typer.Argument(help="The text; - = standard input.")],
    source: Annotated[str, typer.Option("--from", help="Language of the text.")],
    target: Annotated[str, typer.Option("--to", help="Language wanted.")],
    engine: Annotated[str, typer.Option(help="auto, or NAME[:MODEL].")] = "auto",
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")] = False,
) -> None:
    """Translate a text as the back-translation of a check is made; damage is reported on standard error."""
    from tqcheck.cache import ResultCache, default_path
    from tqcheck.cli.engines import configured_plan
    from tqcheck.engines.cached import translate_cached
    from tqcheck.engines.routes import find_translator
    from tqcheck.pipeline import default_engines

    translator = find_translator(engine, source, target, default_engines(configured_plan(), frozenset()).settings)
    if translator is None:
        raise EngineError(
            f"no engine here translates {source}->{target}: run `tqcheck engines install {target}-{source}`"
        )
    paragraphs = _read(file).splitlines(keepends=True)
    cache = ResultCache(None if no_cache else default_path())
    for number, result in enumerate(translate_cached(translator, cache, paragraphs, source, target), 1):
        sys.stdout.write(result.text)
        if not result.diagnostics.sound:
            what = result.diagnostics.degenerate or ("cut short" if result.diagnostics.truncated else "unknown words")
            typer.echo(f"line {number}: {what}", err=True)
    for problem in cache.problems:
        typer.echo(problem, err=True)


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"{file} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{file} is not UTF-8 text (byte {error.start}): convert it first") from error

"""`tqcheck score`: quality of pairs that are aligned already, one JSON object a line."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer


def score(
    pairs: Annotated[Path, typer.Argument(metavar="PAIRS", help="JSON Lines or TSV; - for JSON Lines on stdin.")],
    source: Annotated[
        str, typer.Option("--from", metavar="LANG", help="Source language, where records name none.")
    ] = "",
    target: Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the translations.")] = "",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Write here instead of stdout.")] = None,
    threads: Annotated[int, typer.Option(metavar="N", help="Threads; 0 = choose.")] = 0,
) -> None:
    """Score aligned pairs: overall quality, critical probability, error spans, word scores."""
    import json

    from tqcheck.errors import ReadError
    from tqcheck.quality import load
    from tqcheck.quality.table import read_json_lines, read_tsv, score_rows

    with contextlib.ExitStack() as stack:
        lines = _open(pairs, stack)
        read = read_tsv if pairs.suffix.lower() in {".tsv", ".tab"} else read_json_lines
        rows = read(lines, str(pairs), (source, target))
        try:
            if lines is not sys.stdin:
                rows = iter(list(rows))  # a bad line is told at once, before minutes of work and half a file
            out: TextIO = sys.stdout if output is None else stack.enter_context(output.open("w", encoding="utf-8"))
            for found in score_rows(rows, load(threads=threads).estimator):
                out.write(json.dumps(found, ensure_ascii=False) + "\n")
        except UnicodeDecodeError as error:
            raise ReadError(f"{pairs}: is not UTF-8 (byte {error.start})") from error


def _open(path: Path, stack: contextlib.ExitStack) -> TextIO:
    from tqcheck.errors import ReadError

    if str(path) == "-":
        return sys.stdin
    try:
        return stack.enter_context(path.open(encoding="utf-8-sig", newline=""))
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error

"""`tqcheck engines list`, `doctor` and `install`: what can translate and score here, and how to get more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tqcheck.errors import ConfigError, EngineError, TqError

_SAMPLES = {"en": "The cat sleeps on the sofa.", "pt": "O gato dorme no sofá.", "sr": "Mačka spava na kauču."}


def list_engines(
    pair: Annotated[
        str, typer.Argument(help="A pair of languages, source-target, such as sr-en: what would be used.")
    ] = "",
) -> None:
    """List the engines, the directions they have without a download, their licences; and what a given pair would use."""
    from tqcheck.engines.routes import AUTO, describe_engines, find_scorer, find_translator

    for line in describe_engines():
        typer.echo(line)
    if pair:
        source, target = split_pair(pair)
        back, scorer = find_translator("auto", target, source, {}), find_scorer("auto", source, target, {})
        typer.echo(f"back-translation {target}->{source}: {back.signature if back else 'none'}")
        typer.echo(f"scoring {source}->{target}: {scorer.signature if scorer else 'none'}")
    else:
        typer.echo(f"auto tries: {', '.join(AUTO)}")


def doctor() -> None:
    """Translate a sentence with every engine here and say what is wrong; exit 3 when one fails."""
    from tqcheck.engines.routes import engine_table, load_engine

    broken = False
    for name in sorted(engine_table()):
        try:
            engine = load_engine(name, {})
            pairs = sorted(engine.pairs() or ())
            if not pairs:
                typer.echo(f"{name}: nothing installed")
            for source, target in pairs[:8]:
                result = engine.translate([_SAMPLES.get(source, _SAMPLES["en"])], source, target)[0]
                sound = result.text and not result.diagnostics.failed
                typer.echo(f"{name} {source}->{target}: {result.text or result.diagnostics.degenerate}")
                broken = broken or not sound
        except ConfigError as error:
            typer.echo(f"{name}: not available ({error})")
        except (EngineError, OSError) as error:
            typer.echo(f"{name}: {error}")
            broken = True
    if broken:
        raise typer.Exit(3)


def install(
    pair: Annotated[str, typer.Argument(help="The article's languages, source-target, such as sr-en.")],
    folder: Annotated[
        Path | None, typer.Option("--into", help="Where to put the models; default: the user's cache.")
    ] = None,
    url: Annotated[str, typer.Option("--from", help="Address of the records that list the models.")] = "",
) -> None:
    """Fetch the translation models an article needs: back into its source language, and forward for scoring."""
    from tqcheck.engines.firefox.install import install_pair

    source, target = split_pair(pair)
    for result in install_pair(
        source, target, folder=folder, records_url=url, watch=_watch if sys.stderr.isatty() else None
    ):
        way = "->".join(result.asked)
        if result.model is None:
            typer.echo(f"{way}: nobody publishes such a model")
            continue
        used = f"{result.model.source}->{result.model.target}"
        near = "" if used == way else f" (the nearest to {way})"
        state = "installed" if result.fresh else "was here already"
        typer.echo(
            f"{used}{near}: {state}, version {result.model.version} {result.model.architecture}, {result.folder}"
        )


def split_pair(pair: str) -> tuple[str, str]:
    """sr-en -> ("sr", "en"); `TqError` for anything else."""
    source, dash, target = pair.partition("-")
    if not (source and dash and target):
        raise TqError(
            f"{pair!r} is no pair of languages: write the source and the translation's language, such as sr-en"
        )
    return source, target


def _watch(name: str, done: int, total: int) -> None:
    share = f"{done / total:4.0%}" if total else f"{done / 1e6:.1f} MB"
    end = "\n" if total and done >= total else ""
    print(f"\r{name} {share}", end=end, file=sys.stderr, flush=True)

"""`tqcheck engines list`, `doctor` and `install`: what can translate and score here, and how to get more."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.errors import ConfigError, EngineError, MissingEngineError, TqError

if TYPE_CHECKING:
    from tqcheck.config import Plan
    from tqcheck.engines.base import Translator

_PAIR = re.compile(
    r"(?P<source>[a-z]{2,3}(?:-(?:[A-Z]{2}|[A-Z][a-z]{3}))*)-(?P<target>[a-z]{2,3}(?:-(?:[A-Z]{2}|[A-Z][a-z]{3}))*)"
)
"""Two language tags: a script or a region behind the dash belongs to the language before it."""
_MOST = 40
"""Directions of an engine that `doctor` tries: a server may list thousands."""


def list_engines(
    pair: Annotated[
        str, typer.Argument(help="A pair of languages, source-target, such as sr-en: what would be used.")
    ] = "",
) -> None:
    """List the engines, the directions they have without a download, their licences; and what a given pair would use."""
    from tqcheck.engines.cached import signature_of
    from tqcheck.engines.routes import AUTO, describe_engines
    from tqcheck.pipeline import default_engines

    plan = configured_plan()
    engines = default_engines(plan, frozenset())
    for line in describe_engines(engines.settings):
        typer.echo(line)
    if pair:
        source, target = split_pair(pair)
        back, scorer = engines.translator(target, source, (source, target)), engines.scorer(source, target)
        missing = f"none (`tqcheck engines install {pair}` fetches models)"
        typer.echo(f"back-translation {target}->{source}: {signature_of(back, target, source) if back else missing}")
        if second := engines.second(target, source, (source, target)):
            typer.echo(f"back-translation {target}->{source}, second: {signature_of(second, target, source)}")
        typer.echo(f"scoring {source}->{target}: {signature_of(scorer, source, target) if scorer else missing}")
    else:
        typer.echo(f"auto tries: {', '.join(AUTO)}")


def doctor() -> None:
    """Translate a sentence with every engine here and say what is wrong; exit 3 when one fails."""
    from tqcheck.engines.routes import engine_table
    from tqcheck.pipeline import default_engines

    settings = default_engines(configured_plan(), frozenset()).settings
    broken = [name for name in sorted(engine_table()) if not _is_sound(name, settings)]
    if broken:
        typer.echo(f"failing: {', '.join(broken)}", err=True)
        raise typer.Exit(3)


def _is_sound(name: str, settings: Mapping[str, Any]) -> bool:
    """Try an engine and say how it went; an engine that is not installed or not set up is no failure."""
    from tqcheck.engines.routes import load_engine

    try:
        engine = load_engine(name, settings)
        pairs = engine.pairs()
        if not pairs:
            typer.echo(f"{name}: {'any pair, nothing to try' if pairs is None else 'nothing installed'}")
        sound = [_translates(name, engine, *pair) for pair in sorted(pairs or ())[:_MOST]]
        return all(sound)
    except (ConfigError, MissingEngineError) as error:
        typer.echo(f"{name}: not available ({error})")
        return True
    except (EngineError, OSError) as error:
        typer.echo(f"{name}: {error}")
        return False


def _translates(name: str, engine: Translator, source: str, target: str) -> bool:
    sample = _samples().get(source.split("-")[0].lower(), "")
    if not sample:
        return True
    result = engine.translate([sample], source, target)[0]
    sound = bool(result.text) and not result.diagnostics.failed
    gloss = " (gloss: shown, never judged)" if result.gloss else ""
    typer.echo(f"{name} {source}->{target}: {result.text or result.diagnostics.degenerate}{gloss}")
    return sound


@cache
def _samples() -> dict[str, str]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("tqcheck.engines") / "data" / "samples.toml").read_text(encoding="utf-8"))


def configured_plan() -> Plan:
    """The plan of the configuration that holds for the working folder; defaults where there is none."""
    from tqcheck.configuration import find_configuration, resolve

    return resolve(find_configuration(Path.cwd()), {}).plan


def install(
    pair: Annotated[
        str,
        typer.Argument(
            help="The article's languages, source-target, such as sr-en; or transformers:OWNER/NAME[@REVISION]."
        ),
    ],
    folder: Annotated[
        Path | None, typer.Option("--into", help="Where to put the models; default: the user's cache.")
    ] = None,
    url: Annotated[str, typer.Option("--from", help="Address of the records that list the models.")] = "",
) -> None:
    """Fetch the translation models an article needs: back into its source language, and forward for scoring."""
    from tqcheck.engines.firefox.install import install_pair

    watch = _watch if sys.stderr.isatty() else None
    engine, colon, model = pair.partition(":")
    if colon:
        if engine not in ("transformers", "ctranslate2"):
            raise ConfigError(f"{pair!r}: write a pair such as sr-en, or transformers:OWNER/NAME")
        from tqcheck.engines.transformers.hub import install_model

        typer.echo(f"{engine}:{model}: installed, {install_model(model, folder, watch)}")
        return
    source, target = split_pair(pair)
    for result in install_pair(source, target, folder=folder, records_url=url, watch=watch):
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
    """sr-en -> ("sr", "en"), pt-BR-en -> ("pt-BR", "en"); `TqError` for anything else."""
    found = _PAIR.fullmatch(pair)
    source, dash, target = (found["source"], "-", found["target"]) if found else pair.partition("-")
    if not (source and dash and target):
        raise TqError(
            f"{pair!r} is no pair of languages: write the source and the translation's language, such as sr-en"
        )
    return source, target


def _watch(name: str, done: int, total: int) -> None:
    share = f"{done / total:4.0%}" if total else f"{done / 1e6:.1f} MB"
    end = "\n" if total and done >= total else ""
    print(f"\r{name} {share}", end=end, file=sys.stderr, flush=True)

"""The `tqcheck` program: commands, and what every one of them does with errors, interrupts and closed pipes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from tqcheck._version import __version__
from tqcheck.cli import cache, engines
from tqcheck.cli.align import align
from tqcheck.cli.baseline import baseline
from tqcheck.cli.bench import bench
from tqcheck.cli.check import check
from tqcheck.cli.checks import checks, explain
from tqcheck.cli.config import show
from tqcheck.cli.init import init
from tqcheck.cli.render import render
from tqcheck.cli.score import score
from tqcheck.cli.translate import translate
from tqcheck.cli.trend import trend

EXIT_FAILED, EXIT_USAGE, EXIT_BROKEN, EXIT_INTERRUPTED = 1, 2, 3, 130

app = typer.Typer(
    name="tqcheck",
    help="Find what is wrong in a translated article: exact spans, evidence from the source, few false alarms.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(check)
app.command()(align)
app.command()(baseline)
app.command()(checks)
app.command()(explain)
app.command()(init)
app.command()(render)
app.command()(score)
app.command()(bench)
app.command()(translate)

engine_commands = typer.Typer(
    help="Translators and scorers: what is here, what is wrong, get more.", no_args_is_help=True
)
engine_commands.command("list")(engines.list_engines)
engine_commands.command()(engines.doctor)
engine_commands.command()(engines.install)
app.add_typer(engine_commands, name="engines")

cache_commands = typer.Typer(help="What engines have worked out before.", no_args_is_help=True)
cache_commands.command()(cache.info)
cache_commands.command()(cache.clear)
app.add_typer(cache_commands, name="cache")

config = typer.Typer(help="The configuration in force.", no_args_is_help=True, rich_markup_mode=None)
config.command()(show)
app.add_typer(config, name="config")

report = typer.Typer(help="What past reports say together.", no_args_is_help=True, rich_markup_mode=None)
report.command()(trend)
app.add_typer(report, name="report")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tqcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(False, "--version", callback=_print_version, is_eager=True, help="Print the version."),
) -> None:
    """Find what is wrong in a translated article."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 passed, 1 findings, 2 usage or input, 3 tool failure, 130 interrupted."""
    from tqcheck.errors import EngineError, TqError

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = app(args=list(sys.argv[1:] if arguments is None else arguments), standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except typer.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return 0
    except (
        SystemExit
    ) as stop:  # what the library of the command line makes of a pipe that closes before the first write
        if not isinstance(stop.__context__, BrokenPipeError):
            raise
        _silence_stdout()
        return 0
    except EngineError as error:
        return _complain(str(error), EXIT_BROKEN)
    except TqError as error:
        return _complain(str(error), EXIT_USAGE)
    except Exception as error:
        if hasattr(error, "exit_code") and hasattr(error, "format_message"):
            return _complain(error.format_message(), EXIT_USAGE)
        raise


def _complain(message: str, code: int) -> int:
    print(f"tqcheck: {message}", file=sys.stderr)
    return code


def _silence_stdout() -> None:
    """Let the interpreter flush into nothing: the reader of the pipe has gone, which is no error of ours."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """The program: `main`, then exit. After an interrupt at once, since threads of killed workers must not hold the exit up."""
    code = main()
    if code == INTERRUPTED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


INTERRUPTED = 130

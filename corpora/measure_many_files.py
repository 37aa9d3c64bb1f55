"""Memory and time of one run over many files: `python -m corpora.measure_many_files [--files 1000] [--jobs 1]`.

Writes that many German-English pages of a docs site into a temporary folder, checks them in one run with the rules and the embedded
model (no translator, empty cache), and prints the resident memory along the way, the peak (MiB) and the processor time.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PAIRS = (
    (
        "Der Dienst behält {a} Kopien jeder Datei und löscht sie nach {b} Tagen.",
        "The service keeps {a} copies of every file and deletes them after {b} days.",
    ),
    (
        "Wer den Schlüssel von Abteilung {b} verliert, wendet sich an die Leitung.",
        "Anyone who loses the key of department {b} should turn to the management.",
    ),
    (
        "Eine Anfrage, die länger als {c} Sekunden dauert, wird beendet, und der Client erfährt den Grund.",
        "A request that takes longer than {c} seconds is ended, and the client is told why.",
    ),
    (
        "Jeder Arbeitsbereich darf bis zu {c} Mitglieder haben, die ein Adressbuch teilen.",
        "Each workspace may hold up to {c} members, who share one address book.",
    ),
)
CONFIGURATION = """engine = "none"
source-language = "de"

[[pairs]]
layout = "folders"
languages = ["en"]
"""


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_site(root, given.files)
        command = [
            sys.executable,
            "-m",
            "tqcheck",
            "check",
            "--quiet",
            "--jobs",
            str(given.jobs),
            "--report",
            "json=out.json",
        ]
        began = time.monotonic()
        with subprocess.Popen(command, cwd=root, env=_environment(root), stdout=subprocess.DEVNULL) as process:
            for seconds, mebibytes in follow(process):
                print(f"after {seconds:4.0f} s: {mebibytes:4.0f} MiB")
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(
            f"{given.files} files, exit {process.returncode}: {time.monotonic() - began:.0f} s, "
            f"{used.ru_utime + used.ru_stime:.0f} s of processor time, peak {used.ru_maxrss / 1024:.0f} MiB a process"
        )


def write_site(root: Path, files: int) -> None:
    """That many pages in German and English, each with figures of its own, so that no two sentences are the same."""
    (root / "tqcheck.toml").write_text(CONFIGURATION, encoding="utf-8")
    for language in ("de", "en"):
        (root / "docs" / language).mkdir(parents=True)
    for number in range(files):
        for side, language in enumerate(("de", "en")):
            parts = [
                " ".join(pair[side].format(a=3 + part, b=20 + number, c=400 + number * 3 + part) for pair in PAIRS)
                for part in range(2)
            ]
            text = f"# Part {number}\n\n" + "\n\n".join(parts) + "\n"
            (root / "docs" / language / f"part-{number:04}.md").write_text(text, encoding="utf-8")


def _environment(root: Path) -> dict[str, str]:
    return {**os.environ, "TQCHECK_CACHE": str(root / "cache.sqlite"), "PYTHONPATH": str(Path(__file__).parent.parent)}


def follow(process: subprocess.Popen[bytes], every: float = 15.0) -> Iterator[tuple[float, float]]:
    """(seconds since the start, resident memory in MiB) as the process runs; Linux only."""
    began = time.monotonic()
    while process.poll() is None:
        try:
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return
        resident = next((line for line in status.splitlines() if line.startswith("VmRSS")), "")
        if resident:
            yield time.monotonic() - began, int(resident.split()[1]) / 1024
        time.sleep(every)


if __name__ == "__main__":
    main()

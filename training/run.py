"""All steps in order: ``python -m training.run NAME [--minutes 80] [--from STEP]``."""

from __future__ import annotations

import argparse
import subprocess
import sys

STEPS = ("get_base", "vocabulary", "data", "train", "languages", "quantise", "calibrate", "evaluate", "speed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="of the training run")
    parser.add_argument("--minutes", default="80")
    parser.add_argument("--from", dest="first", choices=STEPS, default=STEPS[0])
    options = parser.parse_args()
    arguments = {"train": [options.name, "--minutes", options.minutes], "quantise": ["--run", options.name]}
    for step in STEPS[STEPS.index(options.first) :]:
        print(f"== {step}", flush=True)
        subprocess.run([sys.executable, "-m", f"training.{step}", *arguments.get(step, [])], check=True)


if __name__ == "__main__":
    main()

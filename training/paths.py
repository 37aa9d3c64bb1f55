"""Where the pipeline reads and writes; everything it makes lies in ``training/work``, which git ignores."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WORK = Path(os.environ.get("TQCHECK_TRAINING_WORK", ROOT / "work"))
DATA = Path(os.environ.get("TQCHECK_TRAINING_DATA", ROOT.parent.parent / "shared" / "data"))
BASE = WORK / "base"
EXAMPLES = Path(os.environ.get("TQCHECK_TRAINING_EXAMPLES", WORK / "examples"))
RUNS = WORK / "runs"
SHIPPED = ROOT.parent / "tqcheck" / "quality" / "weights"

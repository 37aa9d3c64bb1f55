"""Runs inside the peers' own environment: JSON Lines of items in, the ids that pofilter complains about out."""

import json
import sys
from importlib.metadata import version

from translate.filters import checks
from translate.storage import po

ABOUT_PO = {"hassuggestion", "isfuzzy", "isreview", "untranslated", "blank"}


def main() -> None:
    """One line out: the version and {id: names of the filters that fail}."""
    complaints = {}
    for line in sys.stdin:
        item = json.loads(line)
        config = checks.CheckerConfig(targetlanguage=item["target_language"])
        unit = po.pounit(item["source"])
        unit.target = item["target"]
        checker = checks.StandardChecker(checkerconfig=config, excludefilters=sorted(ABOUT_PO))
        failures = checker.run_filters(unit)
        if failures:
            complaints[item["id"]] = sorted(failures)
    json.dump({"version": f"translate-toolkit {version('translate-toolkit')}", "complaints": complaints}, sys.stdout)


main()

"""Which checks a plan runs: code prefixes against the list of checks; only the chosen families are imported."""

from __future__ import annotations

from difflib import get_close_matches

from tqcheck.checks import CHECKS
from tqcheck.config import Plan
from tqcheck.errors import ConfigError
from tqcheck.registry import Check, load


def selected_checks(plan: Plan) -> dict[str, Check]:
    """Code -> check, in code order; a prefix that fits no code is a `ConfigError` that names the nearest."""
    for prefix in (*plan.select, *plan.ignore):
        if not any(code.startswith(prefix) for code in CHECKS):
            near = get_close_matches(prefix, CHECKS, n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise ConfigError(f"no check has the code {prefix!r}; {hint}`tqcheck checks` lists them")
    return {code: load_check(code) for code in sorted(CHECKS) if plan.selects(code)}


def load_check(code: str) -> Check:
    """The check behind a code; an unknown code is a `ConfigError`."""
    if code not in CHECKS:
        raise ConfigError(f"no check has the code {code!r}; `tqcheck checks` lists them")
    found = load(CHECKS[code])
    if not isinstance(found, Check) or found.code != code:
        raise TypeError(f"{CHECKS[code]} is listed as {code} but is not a check of that code")
    return found

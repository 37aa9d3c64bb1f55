"""The list of checks. A check is one function in a family's file and one line here."""

from __future__ import annotations

CHECKS: dict[str, str] = {}
"""Code -> "module:function"; sorted by code. Loaded only when selected, so `--select TQ1` imports no other family."""

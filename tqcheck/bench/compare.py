"""What a change gained and lost, item by item, and figures by their path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """One line per error newly found or newly missed and per false alarm new or gone, in item order; "+" is better."""
    lines = list[str]()
    for name in sorted(set(old["items"]) & set(new["items"])):
        before, after = old["items"][name], new["items"][name]
        lines += [f"+ found    {name}: {error}" for error in sorted(set(after["found"]) - set(before["found"]))]
        lines += [f"- missed   {name}: {error}" for error in sorted(set(after["missed"]) - set(before["missed"]))]
        lines += [f"+ silent   {name}: {alarm}" for alarm in _gone(before["false"], after["false"])]
        lines += [f"- alarm    {name}: {alarm}" for alarm in _gone(after["false"], before["false"])]
    return lines


def _gone(here: list[dict[str, Any]], there: list[dict[str, Any]]) -> list[str]:
    """Alarms that the other run has not; a mere change of confidence is none."""
    return sorted({_alarm(alarm) for alarm in here} - {_alarm(alarm) for alarm in there})


def _alarm(alarm: Mapping[str, Any]) -> str:
    return f"{alarm['code']} {alarm['start']} {alarm['text']}"


def look_up(summary: Mapping[str, Any], path: str) -> float | None:
    """A figure by its dotted path; table rows go by their name, figures by their value; None where there is none."""
    place: Any = summary
    for part in path.split("."):
        if isinstance(place, list):
            place = next((row for row in place if row["name"] == part), None)
        else:
            place = place.get(part) if isinstance(place, Mapping) else None
    if isinstance(place, Mapping):
        place = place.get("value")
    return None if place is None else float(place)

"""What a change gained and lost, item by item, and whether the guarded figures still hold."""

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
        lines += [f"+ silent   {name}: {alarm}" for alarm in sorted(set(before["false"]) - set(after["false"]))]
        lines += [f"- alarm    {name}: {alarm}" for alarm in sorted(set(after["false"]) - set(before["false"]))]
    return lines


def broken_floors(summary: Mapping[str, Any], floors: Mapping[str, Any]) -> list[str]:
    """Every guarded figure that is worse than its floor, as a line for people; empty = all hold.

    `floors` holds {"least": {"tables.code.TQ101.recall": 0.9}, "most": {"headline.clean_articles_failed": 1}}.
    """
    lines = list[str]()
    for path, bound in sorted(floors.get("least", {}).items()):
        value = look_up(summary, path)
        if value is None or value < bound:
            lines.append(f"{path} is {value}, the floor is {bound}")
    for path, bound in sorted(floors.get("most", {}).items()):
        value = look_up(summary, path)
        if value is None or value > bound:
            lines.append(f"{path} is {value}, at most {bound} is allowed")
    return lines


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

"""Freshness: a translation that is older than its source (TQ802)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from tqcheck.model import Article, Document, Hit
from tqcheck.registry import Context, check

_UPDATED = frozenset(
    {"updated", "updatedat", "updateddate", "lastmod", "lastmodified", "lastupdated", "lastupdate", "modified", "datemodified",
     "modifieddate", "lastreviewed", "revised"}
)  # fmt: skip
"""Keys of the last change, in small letters without marks; `date` alone is the day of publication."""


@check(
    "TQ802", "stale-translation", category="publication/freshness", severity="neutral", scope="document", confidence=0.9
)
def stale_translation(article: Article, context: Context) -> Iterator[Hit]:
    """The source was changed after the translation was.

    Why: what was corrected in the source still stands wrong in the translation, and nothing on the page says so.

    Bad: `lastmod: 2026-03-02` in the source, `lastmod: 2025-11-20` in the translation; with `freshness = "git"` a later commit

    Good: the same day, a later day, a translation that copies the day of publication, no dates at all

    Limits: by default only the front matter of both files is read, and only keys that mean the same are compared; `freshness = "git"` asks
    the history of the two files, where a change of a comma counts too; `freshness = "ignore"` is silent.
    """
    way = context.settings.get("freshness", "dates")
    if article.source is None or not article.translation.blocks or way == "ignore":
        return
    if way == "git":
        found = _by_history(article.source.path, article.translation.path, dict(context.settings.get("changed", ())))
    else:
        found = _by_dates(article.source, article.translation)
    if found is not None:
        newer, older = found
        message = f"The source was changed on {newer}, this translation on {older}."
        yield Hit(start=0, end=0, segment=article.translation.blocks[0], message=message)


def _by_history(source: str, translation: str, changed: Mapping[str, int]) -> tuple[str, str] | None:
    """Days of the last commits of the two files, where the source's is the later commit."""
    if source not in changed or translation not in changed or changed[source] <= changed[translation]:
        return None
    return _day_of(changed[source]), _day_of(changed[translation])


def _day_of(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _by_dates(source: Document, translation: Document) -> tuple[str, str] | None:
    """Days by the front matter: last change against last change, else publication against publication."""
    ours, theirs = _dates(source), _dates(translation)
    for key in ("updated", "date"):
        if key in ours and key in theirs:
            return (ours[key], theirs[key]) if ours[key] > theirs[key] else None
    own_day = theirs.get("date", "")
    if "updated" in ours and own_day and own_day != ours.get("date") and ours["updated"] > own_day:
        return ours["updated"], own_day
    return None


def _dates(document: Document) -> dict[str, str]:
    """`updated` and `date` of the front matter as ISO days; other ways to write a date are left out."""
    found: dict[str, str] = {}
    for key, value, _ in document.metadata:
        plain = "".join(char for char in key.lower() if char.isalnum())
        name = (
            "updated"
            if plain in _UPDATED
            else "date"
            if plain in ("date", "pubdate", "published", "datepublished")
            else ""
        )
        day = value.strip().strip("\"'")[:10]
        if name and _is_day(day):
            found[name] = max(day, found.get(name, ""))
    return found


def _is_day(text: str) -> bool:
    try:
        datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True

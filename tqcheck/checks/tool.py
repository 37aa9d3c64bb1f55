"""TQ9xx: what the tool could not do. The pipeline makes these findings itself; they stand here to be listed and explained."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.model import Article, Hit
from tqcheck.registry import Context, check


@check("TQ901", "unreadable", category="tool", severity="neutral", scope="document", confidence=1.0)
def unreadable(article: Article, context: Context) -> Iterable[Hit]:
    """A file could not be read, decoded or parsed; it is listed as skipped with the reason, and the run is incomplete.

    Why: a file that was not checked must never look like a file without errors.

    Bad: a missing file, a folder, a binary file, an empty file, bytes that are no valid UTF-8.

    Good: fix the path or the encoding; the other files of the run are checked all the same. Exit code 2.
    """
    return ()


@check("TQ902", "check-crashed", category="tool", severity="neutral", scope="document", confidence=1.0)
def check_crashed(article: Article, context: Context) -> Iterable[Hit]:
    """A check failed on this document; what it would have found is unknown, so the run is incomplete.

    Why: a crashed check that counts as a pass hides errors.

    Good: report the message; `--ignore CODE` leaves the check out knowingly. Exit code 3.
    """
    return ()


@check("TQ904", "engine-failed", category="tool", severity="neutral", scope="document", confidence=1.0)
def engine_failed(article: Article, context: Context) -> Iterable[Hit]:
    """A translation, scoring or quality engine failed on this document; its evidence is missing, so the run is incomplete.

    Why: without the evidence, errors that only it shows stay unseen.

    Good: `tqcheck engines doctor` says what is wrong; `--engine none` checks without it knowingly. Exit code 3.
    """
    return ()


@check("TQ905", "unused-suppression", category="tool", severity="neutral", scope="document", confidence=1.0)
def unused_suppression(article: Article, context: Context) -> Iterable[Hit]:
    """A suppression comment in the file suppresses nothing any more.

    Why: stale suppressions hide the next real error.

    Good: delete the comment.
    """
    return ()

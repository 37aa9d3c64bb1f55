"""TQ803: what is missing from a site as a whole. The run makes these findings, from the layout; this is where they are explained."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.model import Article, Hit
from tqcheck.registry import Context, check


@check(
    "TQ803",
    "missing-translation",
    category="publication/coverage",
    severity="neutral",
    scope="document",
    confidence=1.0,
)
def missing_translation(article: Article, context: Context) -> Iterable[Hit]:
    """A source page has no translation in a language that the site is translated into.

    Why: readers of that language meet a missing page, or an untranslated one; partial sites are the norm, so it only informs.

    Bad: `docs/en/setup.md` with `docs/de/setup.md` but no `docs/fr/setup.md`, while other pages have French.

    Good: the page, or `languages = ["de"]` in `[[pairs]]`; `severity = { TQ803 = "major" }` makes a site complete or failing.

    Limits: only whole-site runs (`tqcheck check` without files) look for it; needs `[[pairs]]` in the configuration.
    """
    return ()

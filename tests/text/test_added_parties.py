"""A relative or an office that nobody in the source is; one word of the source may be several of the translation."""

from __future__ import annotations

import pytest

from tqcheck.model import Link, Span
from tqcheck.text.added_parties import find_added_party


@pytest.mark.parametrize(
    ("languages", "source", "target", "word"),
    [
        ("ru-en", "Её соседи против.", "Her husband is against it.", "husband"),
        ("ru-en", "Её сестра против.", "Her husband's sister is against it.", "husband"),
        ("ru-en", "Её деверь против.", "Her husband's elder brother is against it.", ""),
        ("hi-en", "दूसरे हफ़्ते सास ने बोलना बंद कर दिया।", "In the second, her mother-in-law stopped speaking.", ""),
        ("hi-en", "उनके जेठ ख़िलाफ़ थे।", "Her husband's elder brother was against it.", ""),
        ("hi-en", "उनके जेठ ख़िलाफ़ थे।", "Her brother was against it.", "brother"),
        ("hi-en", "अब बहू आती है।", "Now her daughter comes.", "daughter"),
        ("en-zh", "When Mrs Tolley slipped in her kitchen", "托利太太在厨房滑倒", ""),
        ("en-zh", "When Tolley slipped in her kitchen", "托利在太太的厨房滑倒", "太太"),
        ("en-de", "said Maud, the elder of the two.", "sagte Maud, die ältere der beiden Schwestern.", ""),
        ("en-de", "said Maud, one of the guests.", "sagte Maud, eine der Schwestern.", "Schwestern"),
    ],
)
def test_added(languages: str, source: str, target: str, word: str) -> None:
    links = (Link(Span(0, 1), Span(0, 1), 0.1),)
    found = find_added_party(source, target, *languages.split("-"), links)
    assert (target[slice(*found)] if found else "") == word

"""Names at the head of a sentence."""

from tqcheck.text.document_names import DocumentNames
from tqcheck.text.head_names import names_at_heads
from tqcheck.text.name_exchanges import find_exchanges
from tqcheck.text.name_pair import NamePair


def _document(name: str, word: str, times: int) -> DocumentNames:
    """A document in which a word renders a name in so many sentences."""
    found = DocumentNames()
    found.renderings[name][word] = times
    found.sentences[0][name] = times
    return found


def _heads(text: str, document: DocumentNames) -> list[str]:
    return [word.text for word in names_at_heads(text, "en", "uk", document)]


def test_a_name_known_from_the_document_is_one_at_the_head_of_a_sentence() -> None:
    """Willoughby renders as it does elsewhere; what the document has never named is no name."""
    document = _document("willoughby", "ويلوبي", 1)
    assert _heads("Willoughby set up a firm with Capp.", document) == ["Willoughby"]
    assert _heads("Neighbours set up a firm with Capp.", document) == []


def test_a_common_word_needs_two_sentences() -> None:
    """Ford is a name after two sentences; Parliament, once rendered by a word that sounds like it, is not, and grammar never is."""
    assert _heads("Ford told the committee.", _document("ford", "福特", 2)) == ["Ford"]
    assert _heads("Ford told the committee.", _document("ford", "福特", 1)) == []
    assert _heads("They told the committee.", _document("they", "ذي", 5)) == []


def test_the_exchanged_name_at_the_head_is_found() -> None:
    """Trump at the head of a sentence has become another name in Arabic; rendered, it raises nothing."""
    document = _document("jones", "جونز", 3)
    bad = NamePair("Jones joined in March.", "وانضم آدامز في مارس.", "en", "ar", document)
    good = NamePair("Jones joined in March.", "وانضم جونز في مارس.", "en", "ar", document)
    assert [fault.target.text for fault in find_exchanges(bad)] == ["آدامز"]
    assert not list(find_exchanges(good))

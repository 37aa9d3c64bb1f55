"""What the path decides is looked at again: mergers that swallow a lost sentence, sentences cut in two, leftovers that share nothing."""

from __future__ import annotations

from tqcheck.align.documents import cut_sentences
from tqcheck.align.lengths import expected_ratio
from tqcheck.align.match import Match
from tqcheck.align.second_look import look_again
from tqcheck.align.segment_vectors import read_vectors
from tqcheck.align.stream import Stream, align_streams, make_stream
from tqcheck.model import Document
from tqcheck.quality import load
from tqcheck.readers import markdown, plain

ENGLISH = """The ferry company wants to raise its fares

The ferry company announced on Tuesday that crossing the strait will cost a third more from June.

The mayor of the island called the plan a slap in the face. That has not happened before. "People here depend on the boat to reach a \
doctor," said Karin Holm, who runs the pharmacy.

The company blames the price of fuel, and says that it lost four million crowns last winter because passengers stayed away.

A spokeswoman for the ministry promised to look at the contract. It runs until 2029. Fishermen remember a time when crossing was free.
"""

GERMAN = """Die Fährgesellschaft will die Preise erhöhen

Die Fährgesellschaft gab am Dienstag bekannt, dass die Fahrt über die Meerenge ab Juni ein Drittel mehr kosten wird.

Der Bürgermeister der Insel nannte den Plan einen Schlag ins Gesicht. Das ist noch nie vorgekommen. „Die Menschen hier sind auf das Boot \
angewiesen, um zum Arzt zu kommen“, sagte Karin Holm, die die Apotheke führt.

Die Gesellschaft gibt dem Preis des Treibstoffs die Schuld. Sie habe im letzten Winter vier Millionen Kronen \
verloren, weil die Fahrgäste ausblieben.

Eine Sprecherin des Ministeriums versprach, den Vertrag zu prüfen. Er läuft bis 2029. Die Fischer erinnern sich an eine Zeit, in der die \
Überfahrt nichts kostete.
"""


SKIPPED = "Das ist noch nie vorgekommen."


def look(source: str, target: str, wrong: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What becomes of matches by order, but for some that are wrong: each names the beginnings of its sentences, "" = a gap."""
    ours, theirs = stream(plain.read(source, "a.txt"), "en"), stream(plain.read(target, "b.txt"), "de")
    _, scores = align_streams(ours, theirs, expected_ratio("en", "de"))
    matches = [Match(chosen(ours, one), chosen(theirs, other)) for one, other in wrong]
    used = (
        {index for match in matches for index in match.source},
        {index for match in matches for index in match.target},
    )
    rest = (
        [index for index in range(len(side.segments)) if index not in gone]
        for side, gone in zip((ours, theirs), used, strict=True)
    )
    matches += [Match((one,), (other,), 9.0) for one, other in zip(*rest, strict=True)]
    return [
        (text(ours, match.source), text(theirs, match.target)) for match in look_again(matches, ours, theirs, scores)
    ]


def stream(document: Document, language: str) -> Stream:
    segments = cut_sentences(document, language)
    vectors = read_vectors([segment.text for segment in segments], language, load().embedder)
    return make_stream(segments, vectors.sentences, vectors.pieces)


def chosen(side: Stream, beginnings: str) -> tuple[int, ...]:
    starts = [beginning for beginning in beginnings.split("|") if beginning]
    return tuple(index for index, segment in enumerate(side.segments) if segment.text.startswith(tuple(starts)))


def text(side: Stream, indices: tuple[int, ...]) -> str:
    return "|".join(side.segments[index].text[:12] for index in indices)


def test_a_merger_gives_back_the_sentence_that_nothing_renders() -> None:
    found = look(
        ENGLISH,
        GERMAN.replace(f"{SKIPPED} ", ""),
        [('That has|"People', "„Die"), ("The company", "Die Gesell|Sie habe")],
    )
    assert ("That has not", "") in found
    assert ("The company ", "Die Gesellsc|Sie habe im ") in found


def test_the_second_half_of_a_sentence_that_was_cut_in_two_comes_back_to_the_first() -> None:
    found = look(ENGLISH, GERMAN, [("", "Sie habe")])
    assert ("The company ", "Die Gesellsc|Sie habe im ") in found


def test_two_leftovers_that_share_nothing_are_two_gaps() -> None:
    source = ENGLISH.replace("The mayor of the island called the plan a slap in the face. ", "")
    target = GERMAN[: GERMAN.index(" Die Fischer")]
    found = look(source, target, [("Fishermen", "Der Bürgermeister"), ("The company", "Die Gesell|Sie habe")])
    assert ("Fishermen re", "") in found
    assert ("", "Der Bürgerme") in found


def test_two_leftovers_that_render_each_other_are_a_pair() -> None:
    found = look(ENGLISH, GERMAN, [("The company", "Die Gesell|Sie habe"), ("The mayor", ""), ("", "Der Bürger")])
    assert ("The mayor of", "Der Bürgerme") in found


def test_a_list_item_is_no_second_half() -> None:
    ours = stream(markdown.read("- Switch off the device\n- Pull the plug", "a.md"), "en")
    theirs = stream(markdown.read("- Gerät ausschalten", "b.md"), "de")
    _, scores = align_streams(ours, theirs, expected_ratio("en", "de"))
    found = look_again([Match((0,), (0,), 9.0), Match((1,), ())], ours, theirs, scores)
    assert [match.target for match in found if match.source == (1,)] == [()]


def test_letters_that_only_look_right_are_read_as_they_look() -> None:
    serbian = "Мост је затворен од понедељка. Поправка ће коштати два милиона. Нико није повређен."
    mixed = serbian.translate(str.maketrans("аео", "aeo"))
    embedder = load().embedder
    one, other = (
        read_vectors(text.split(". "), language, embedder) for text, language in ((serbian, "sr"), (mixed, "sr"))
    )
    assert (one.sentences * other.sentences).sum(axis=1).mean() > 0.75

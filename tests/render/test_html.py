"""The HTML report as a file: self-contained, under a strict policy, hostile text inert, the same bytes each time."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from tests.render.reports import small_report
from tqcheck.render.contract import to_payload
from tqcheck.render.html import render
from tqcheck.render.html.languages import language
from tqcheck.render.html.marks import Highlight, mark, show, utf16
from tqcheck.render.html.page import page_view
from tqcheck.render.html.words import gloss_of, returned_words

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style><style>body{display:none}</style>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;lt; &#x3c;",
    "\u202eevil\u202c \u2066\x00\x07\x1b[2J",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)'",
    "{{ 7*7 }}{% raw %}",
    "data:text/html,<script>alert(1)</script>",
    "<!--<script>",
    "\udcff\u2028",
)


class Page(HTMLParser):
    """Counts elements and keeps what could act: attributes, scripts, styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: dict[str, int] = {}
        self.attributes: list[tuple[str, str, str]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.words = ""
        self._inside = ""
        self.feed(str(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in self.raw:
            self.raw[tag].append("")
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside][-1] += data
        else:
            self.words += data


def hostile_report(text: str) -> str:
    report = small_report()
    document = report.documents[0]
    said = document.pairs[3].target
    assert said is not None
    pairs = (*document.pairs[:3], replace(document.pairs[3], target=replace(said, text=text + said.text)))
    findings = tuple(
        replace(
            finding,
            message=text,
            evidence=((text, text),),
            fix=text,
            name=text,
            category=text,
            fingerprint=text,
            source_text=text,
        )
        for finding in document.findings
    )
    document = replace(document, pairs=pairs, findings=findings, document=replace(document.document, path=text))
    skipped = tuple(replace(item, path=text, reason=text) for item in report.skipped)
    return render(to_payload(replace(report, documents=(document,), skipped=skipped, signature=text)))


def test_the_policy_names_exactly_the_style_and_the_script() -> None:
    text = render(to_payload(small_report()))
    page = Page(text)
    policy = next(value for tag, name, value in page.attributes if tag == "meta" and value.startswith("default-src"))
    hashes = [
        f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"
        for part in (page.raw["style"][0], page.raw["script"][1])
    ]
    assert policy == (
        f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"
    )
    assert page.tags["style"] == 1
    assert page.tags["script"] == 2


def test_nothing_is_fetched_and_nothing_is_inline() -> None:
    page = Page(render(to_payload(small_report())))
    assert not {"img", "link", "iframe", "object", "embed", "video", "audio", "base"} & set(page.tags)
    for _, name, value in page.attributes:
        assert not name.startswith("on")
        assert name not in ("style", "src", "srcset", "action", "ping")
        assert name != "href" or value.startswith("#")
    assert not re.search(r"url\(|@import|https?:", page.raw["style"][0])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    harmless, page = Page(hostile_report("plain")), Page(hostile_report(text))
    assert page.tags.keys() - {"span"} == harmless.tags.keys() - {"span"}
    assert page.tags["script"] == 2
    assert page.raw["script"][1] == harmless.raw["script"][1]
    assert {name for _, name, _ in page.attributes} <= {name for _, name, _ in harmless.attributes} | {
        "data-code",
        "title",
    }
    assert not set("\u202e\u202c\u2066\x00\x07\x1b\udcff") & set(page.words)


def test_same_report_same_bytes() -> None:
    assert render(to_payload(small_report())) == render(to_payload(small_report()))


def highlight(start: int, end: int, severity: str = "major", anchor: str = "f-1", role: str = "span") -> Highlight:
    return Highlight(start=start, end=end, anchor=anchor, severity=severity, role=role, label="TQ101")


def text_of(markup: str) -> str:
    return Page(markup).words


@pytest.mark.parametrize("text", ["a<b>c&d", "𝔘nicode 🪖 text", "नमस्ते दुनिया", "مرحبا بالعالم"])
def test_marks_never_change_the_text(text: str) -> None:
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            marked = mark(text, [highlight(start, end), highlight(1, 3, "minor", "f-2")], [(0, 2)])
            assert text_of(marked) == text


def test_the_worst_of_two_overlapping_findings_decides_the_look_and_both_are_named() -> None:
    marked = mark("abcdef", [highlight(0, 4, "minor", "f-1"), highlight(2, 6, "critical", "f-2")])
    assert re.findall(r'class="mark (\w+) span" href="#([\w-]+)" data-f="([^"]+)"', marked) == [
        ("minor", "f-1", "f-1"),
        ("critical", "f-2", "f-1 f-2"),
        ("critical", "f-2", "f-2"),
    ]


def test_a_gap_is_an_empty_link_with_a_name() -> None:
    assert re.search(
        r'^ab<a class="mark gap major span"[^>]* aria-label="gap: TQ101"></a>cd$', mark("abcd", [highlight(2, 2)])
    )


def test_a_word_that_did_not_come_back_leaves_a_tick() -> None:
    assert mark("o dorme", (), [(2, 2)]) == 'o <span class="diff missing"></span>dorme'
    assert mark("o gato", (), [(2, 6)]) == 'o <span class="diff">gato</span>'


def test_a_mark_of_invisible_characters_shows_them() -> None:
    assert 'data-code="U+200B"' in mark("a\u200bb", [highlight(1, 2)])
    assert "data-code" not in mark("a\u200db", [])


def test_spelled_out_characters_keep_their_one_place() -> None:
    assert len(text_of(show("a\u202eb\x07c"))) == 5


def test_utf16_counts_astral_characters_twice() -> None:
    assert list(utf16("a🪖b")) == [0, 1, 3, 4]
    assert list(utf16("aéб")) == [0, 1, 2, 3]


def test_the_gloss_has_source_words_in_the_order_of_the_translation() -> None:
    gloss = gloss_of("kuća je velika", "the house is big", [[[0, 4], [4, 9]], [[5, 7], [10, 12]], [[8, 14], [13, 16]]])
    assert gloss.text == "∅ kuća je velika"
    assert [gloss.text[low:high] for _, _, low, high in gloss.pairs] == ["∅", "kuća", "je", "velika"]


def test_words_that_came_back_are_paired_around_the_differences() -> None:
    back, source = "o gato preto dorme", "o gato dorme"
    pairs = returned_words(back, source, [[[7, 12], [7, 7]]])
    assert [(source[a:b], back[c:d]) for a, b, c, d in pairs] == [("o", "o"), ("gato", "gato"), ("dorme", "dorme")]


@pytest.mark.parametrize(
    ("code", "tag", "name", "direction"),
    [
        ("ar", "ar", "Arabic", "rtl"),
        ("cnr", "cnr", "Montenegrin", "ltr"),
        ("ckb", "ckb", "Central Kurdish", "rtl"),
        ("zh_Hant", "zh-Hant", "Traditional Chinese", "ltr"),
        ("xx", "xx", "xx", "auto"),
        ("", "und", "language not identified", "auto"),
    ],
)
def test_languages(code: str, tag: str, name: str, direction: str) -> None:
    found = language(code)
    assert (found.tag, found.name, found.direction) == (tag, name, direction)


@pytest.mark.parametrize(
    ("verdict", "severities", "words", "sign"),
    [
        ("fail", ("major",), "Not ready to publish", "fail"),
        ("incomplete", (), "Not fully checked", "incomplete"),
        ("pass", ("minor",), "Nothing found that should stop publication", "pass"),
        ("pass", ("critical", "major"), "1 critical, 1 major to look at", "incomplete"),
    ],
)
def test_the_headline_says_the_verdict_in_an_editor_s_words(
    verdict: str, severities: tuple[str, ...], words: str, sign: str
) -> None:
    payload = to_payload(replace(small_report(), verdict=verdict))
    findings = payload["documents"][0]["findings"]
    payload["documents"][0]["findings"] = [{**findings[0], "severity": severity} for severity in severities]
    view = page_view(payload)
    assert (view.headline, view.mood) == (words, sign)

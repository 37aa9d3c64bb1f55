"""Accepted findings: what an entry accepts, when it ends, and what is said of a file that cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.render.reports import small_report
from tqcheck.baseline import Accepted, Baseline, accept, digest, prune, read_baseline, sort_document, write_baseline
from tqcheck.errors import ConfigError
from tqcheck.render.contract import to_payload
from tqcheck.render.payload import DocumentPayload

OLD = ("tqcheck 0.1.0", "model/1")


@pytest.fixture
def document() -> DocumentPayload:
    return to_payload(small_report())["documents"][0]


def baseline_of(document: DocumentPayload, path: str) -> Baseline:
    entries = tuple(accept(finding, document, path) for finding in document["findings"])
    return Baseline(entries, "; ".join(OLD), ((path, digest(document)),))


def new_codes(document: DocumentPayload, path: str, baseline: Baseline, root: Path, signatures=OLD) -> list[str]:
    return [finding["code"] for finding in sort_document(document, path, baseline, root, signatures).new]


def test_what_was_accepted_is_not_new(document: DocumentPayload, tmp_path: Path) -> None:
    assert new_codes(document, "a.md", baseline_of(document, "a.md"), tmp_path) == []
    assert len(new_codes(document, "a.md", Baseline(), tmp_path)) == 4


def test_a_renamed_file_keeps_its_entries_but_a_copy_does_not_get_them(
    document: DocumentPayload, tmp_path: Path
) -> None:
    accepted = baseline_of(document, "old.md")
    for number, finding in enumerate(document["findings"]):
        finding["fingerprint"] = f"of-the-new-path-{number}"
    assert new_codes(document, "new.md", accepted, tmp_path) == []
    (tmp_path / "old.md").write_text("still here", encoding="utf-8")
    assert len(new_codes(document, "new.md", accepted, tmp_path)) == 4


def test_a_changed_tool_is_not_a_failed_build_where_the_texts_are_unchanged(
    document: DocumentPayload, tmp_path: Path
) -> None:
    accepted = Baseline((), "; ".join(OLD), (("a.md", digest(document)),))
    newer = (*OLD[:1], "model/2")
    found = sort_document(document, "a.md", accepted, tmp_path, newer)
    assert (len(found.new), len(found.from_changed_tool)) == (0, 4)
    assert len(new_codes(document, "a.md", accepted, tmp_path)) == 4, "the same tool: these are new"
    document["segments"][1]["text"] = "A changed sentence."
    assert len(new_codes(document, "a.md", accepted, tmp_path, newer)) == 4, "a changed text is judged as ever"


def test_what_the_tool_says_of_itself_is_never_accepted(document: DocumentPayload, tmp_path: Path) -> None:
    document["findings"][0]["code"] = "TQ902"
    assert new_codes(document, "a.md", baseline_of(document, "a.md"), tmp_path) == ["TQ902"]


def test_it_is_read_as_it_was_written(document: DocumentPayload, tmp_path: Path) -> None:
    made = baseline_of(document, "a.md")
    write_baseline(made, tmp_path / "b.json")
    read = read_baseline(tmp_path / "b.json")
    assert set(read.findings) == set(made.findings)
    assert (read.signature, read.documents) == (made.signature, made.documents)
    first = (tmp_path / "b.json").read_bytes()
    write_baseline(read, tmp_path / "b.json")
    assert (tmp_path / "b.json").read_bytes() == first


def test_the_export_of_the_html_report_is_a_baseline(tmp_path: Path) -> None:
    entry = {"fingerprint": "f", "code": "TQ101", "path": "a.md", "source": None, "text": "T", "note": "right"}
    exported = {"schema": "tqcheck-baseline/1", "signature": "tqcheck 0.1.0", "findings": [entry]}
    path = tmp_path / "b.json"
    path.write_text(json.dumps(exported), encoding="utf-8")
    assert read_baseline(path).findings == (Accepted("f", "TQ101", "a.md", None, "T", "right"),)


def test_pruning_keeps_notes_and_the_entries_of_files_that_were_not_checked(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("x", encoding="utf-8")
    kept = Accepted("1", "TQ101", "a.md", "s", "t", "the source is wrong")
    old = Baseline(
        (kept, Accepted("2", "TQ101", "a.md"), Accepted("3", "TQ1", "other.md"), Accepted("4", "TQ1", "gone.md"))
    )
    today = [Accepted("1", "TQ101", "a.md", "s", "t")]
    assert prune(old, ["a.md"], today, tmp_path) == (kept, old.findings[2])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not JSON"),
        ("[]", "is no baseline"),
        ('{"schema": "tqcheck-baseline/9"}', "of a newer tqcheck"),
        ('{"schema": "tqcheck-baseline/1", "findings": [{"code": "TQ101"}]}', "an entry is damaged"),
    ],
)
def test_a_file_that_is_no_baseline_is_one_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        read_baseline(path)


def test_a_missing_file_says_how_to_write_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"`tqcheck baseline .*` writes it"):
        read_baseline(tmp_path / "none.json")

"""The suite is well formed, is what its sets make, and covers scripts and directions for every code."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import jsonschema
import pytest

from corpora.suite.make.__main__ import FOLDER, files
from corpora.suite.make.cyrillic import to_cyrillic
from corpora.suite.make.edits import loss, read
from corpora.suite.make.items import split_of

CODES = [*range(101, 108), *range(201, 206), *range(301, 309), *range(401, 406), 501, 502, *range(601, 605), 701, 801]
RIGHT_TO_LEFT = {"ar", "he", "fa", "ur"}
NON_LATIN = {"ru", "uk", "bg", "mk", "el", "hi", "zh", "ja", "ko", "th", "sr_Cyrl"} | RIGHT_TO_LEFT

ITEMS = [json.loads(line) for path in sorted(FOLDER.glob("TQ*.jsonl")) for line in path.open(encoding="utf-8")]
BY_CODE = defaultdict(list)
for _item in ITEMS:
    BY_CODE[_item["code"]].append(_item)


def target(item):
    return item["languages"].partition("-")[2]


def test_every_line_obeys_the_schema():
    schema = json.loads((FOLDER / "schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [f"{item['id']}: {error.message}" for item in ITEMS for error in validator.iter_errors(item)] == []


def test_files_are_what_the_sets_make():
    stale = [name for name, text in files().items() if (FOLDER / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run: python -m corpora.suite.make"


def test_identifiers_are_unique():
    assert [name for name, count in Counter(item["id"] for item in ITEMS).items() if count > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_each_code_covers_a_dozen_languages(code):
    languages = {target(item) for item in BY_CODE[f"TQ{code}"]}
    assert len(languages) >= 12
    assert len(languages & NON_LATIN) >= 4
    assert languages & RIGHT_TO_LEFT


def _bounds_fit(item):
    start, end = item["span"]
    low, high = item["source_span"] or (0, 1)
    source = item["source"] or "-"
    return 0 <= start <= end <= len(item["bad"]) and 0 <= low < high <= len(source) and source[low:high].strip()


def test_spans_lie_in_their_texts():
    assert [item["id"] for item in ITEMS if not _bounds_fit(item)] == []


def test_right_and_wrong_differ():
    assert [item["id"] for item in ITEMS if item["bad"] == item["good"]] == []


def test_no_edit_marks_are_left():
    texts = [(item["id"], item[key] or "") for item in ITEMS for key in ("source", "bad", "good")]
    assert [name for name, text in texts if "[[" in text or "]]" in text] == []


def test_both_splits_hold_every_code():
    for code, items in BY_CODE.items():
        splits = Counter(item["split"] for item in items)
        assert min(splits["dev"], splits["test"]) >= 4, code
        assert all(item["split"] == split_of(item["id"]) for item in items)


def test_edits_are_read_with_their_places():
    edited = read("Cena je [[53|35]] evra")
    assert (edited.bad, edited.good, edited.span) == ("Cena je 53 evra", "Cena je 35 evra", (8, 10))
    marked = read("[[a|b]] and [[!x|y]]")
    assert (marked.bad[slice(*marked.span)], marked.good[slice(*marked.good_span)]) == ("x", "y")
    assert loss(read("[[T|Unless it rains, t]]he ferry sails"))[0] == 0
    with pytest.raises(ValueError, match="bad"):
        read("nothing to see")


def test_cyrillic_keeps_what_stays_latin():
    assert to_cyrillic("Njegoš i Ljubiša vide džep na RTX-500.") == "Његош и Љубиша виде џеп на RTX-500."


def test_sets_are_files_of_their_code():
    names = {path.stem[:5] for path in (Path(FOLDER) / "make" / "sets").glob("*.toml")}
    assert names == {f"TQ{code}" for code in CODES}

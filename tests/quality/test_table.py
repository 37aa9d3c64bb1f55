"""`tqcheck score`: pairs in, one JSON object a pair out, in order, whatever the file calls its columns."""

import json
from pathlib import Path

import pytest

from tqcheck.cli.app import main
from tqcheck.errors import ReadError
from tqcheck.quality.table import read_json_lines, read_tsv

LANGUAGES = ("sr", "en")


def test_json_lines_name_their_fields_and_languages_as_they_like() -> None:
    lines = [
        '{"id": "a/1", "src": "Да.", "mt": "Yes.", "src_lang": "ru", "tgt_lang": "en"}',
        "",
        '{"translation": "No."}',
    ]
    first, second = read_json_lines(lines, "pairs.jsonl", LANGUAGES)
    assert (first.id, first.source, first.target, first.languages) == ("a/1", "Да.", "Yes.", ("ru", "en"))
    assert (second.id, second.source, second.languages) == (3, None, LANGUAGES)


def test_tab_separated_values_come_with_and_without_a_header() -> None:
    bare = list(read_tsv(["Да.\tYes.\n", 'Он сказал "нет".\tHe said "no".\n'], "pairs.tsv", LANGUAGES))
    named = list(read_tsv(["target\tsource\n", "Yes.\tДа.\n"], "pairs.tsv", LANGUAGES))
    assert [(row.source, row.target) for row in bare] == [("Да.", "Yes."), ('Он сказал "нет".', 'He said "no".')]
    assert [(row.source, row.target) for row in named] == [("Да.", "Yes.")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "not a JSON object"),
        ('{"src": "a"}', "no translation"),
        ('{"src": 1, "mt": "a"}', "source is not a text"),
        ('{"mt": "a b", "mt_token_offsets": "words"}', "mt_token_offsets is no list"),
        ('{"mt": "a b", "mt_token_offsets": [[0, 1], [2]]}', "mt_token_offsets is no list"),
    ],
)
def test_a_bad_line_is_named(line: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        list(read_json_lines([line], "pairs.jsonl", LANGUAGES))


def test_odd_characters_and_long_lines_keep_every_other_character_in_its_place() -> None:
    line = '{"src": "Да\\ud800.", "mt": "Y\x00e\\udfffs."}'
    (row,) = read_json_lines([line], "pairs.jsonl", LANGUAGES)
    assert (row.source, row.target) == ("Да?.", "Y\x00e?s.")
    (long,) = read_tsv(["Да.\t" + "yes " * 50_000 + "\r\n"], "pairs.tsv", LANGUAGES)
    assert len(long.target) == 200_000


def test_a_bad_line_is_told_before_anything_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairs, output = tmp_path / "pairs.jsonl", tmp_path / "scores.jsonl"
    pairs.write_text('{"src": "Да.", "mt": "Yes."}\n' * 1500 + "{\n", encoding="utf-8")
    assert main(["score", str(pairs), "--output", str(output)]) == 2
    assert "line 1501 is not JSON" in capsys.readouterr().err
    assert not output.exists()


def test_the_command_writes_one_line_a_pair_in_the_order_of_the_file(tmp_path: Path) -> None:
    russian = {"src": "Он вчера купил дом.", "src_lang": "ru", "tgt_lang": "en"}
    chinese = {"src": "他昨天买了一本书。", "src_lang": "zh", "tgt_lang": "en"}
    records = [
        {"id": 1, "mt": "He bought a house yesterday.", **russian},
        {"id": 2, "mt": "他昨天买了一本书。", "mt_token_offsets": [[0, 1], [1, 3]], **chinese},
        {"id": 3, "mt": "He sold a car.", "mt_token_offsets": [[0, 2], [3, 7], [8, 9], [10, 13]], **russian},
    ]
    pairs, output = tmp_path / "pairs.jsonl", tmp_path / "scores.jsonl"
    pairs.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    assert main(["score", str(pairs), "--output", str(output)]) == 0
    found = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in found] == [1, 2, 3]
    assert found[0]["score"] > found[1]["score"] == 0
    assert found[1]["spans"][0]["severity"] == "critical"
    assert [len(line.get("word_scores", [])) for line in found] == [0, 2, 4]


def test_a_missing_file_is_one_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "nowhere.jsonl"]) == 2
    assert capsys.readouterr().err.startswith("tqcheck: nowhere.jsonl: No such file")

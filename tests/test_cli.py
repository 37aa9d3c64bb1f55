"""The command line as a user meets it: exit codes, one line for bad input, the other files still checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tqcheck.cli.app import main

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
CLEAN = "The council opened a new library on Monday, and the first visitors came from the villages around the lake.\n"
DOUBTFUL = "He set a number of terms that were plainly unacceptable to them, the analyst said.\n\nThe council met.\n\n"
DOUBTFUL += "The president has set a number of plainly unacceptable terms\n"


def run(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tqcheck", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=ENVIRONMENT, check=False)


def error_lines(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    return result.stderr.decode().splitlines()


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.en.txt"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_a_clean_text_passes(clean: Path) -> None:
    result = run("check", str(clean), "--no-cache")
    assert result.returncode == 0, result.stderr


def test_findings_fail_with_one(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text(DOUBTFUL, encoding="utf-8")
    result = run("check", "a.en.txt", "--no-cache", "--min-confidence", "0.8", cwd=tmp_path)
    assert result.returncode == 1
    assert b"TQ404" in result.stdout
    assert run("check", "a.en.txt", "--no-cache", "--fail-on", "never", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20),
        ("latin.txt", "Só os que não chegaram têm razão.".encode("latin-1")),
    ],
)
def test_bad_input_is_one_line_and_the_other_files_are_checked(name: str, content: bytes | None, clean: Path) -> None:
    path = clean.parent / name
    if content is not None:
        path.write_bytes(content)
    result = run("check", str(path), str(clean), "--no-cache", "--format", "json")
    assert result.returncode == 2
    lines = error_lines(result)
    assert len(lines) == 1
    assert name in lines[0]
    report = json.loads(result.stdout)
    assert [entry["path"] for entry in report["documents"]] == [clean.as_posix()]
    assert [entry["code"] for entry in report["skipped"]] == ["TQ901"]


def test_a_folder_is_said_to_be_one(tmp_path: Path) -> None:
    result = run("check", str(tmp_path), "--no-cache")
    assert result.returncode == 2
    assert len(error_lines(result)) == 1


def test_a_line_of_fifty_megabytes_ends_in_one_line_or_a_report(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 10_000_000, encoding="utf-8")
    result = run("check", str(path), "--no-cache", "--engine", "none")
    assert result.returncode in (0, 1, 2)
    assert b"Traceback" not in result.stderr


def test_swapped_files_are_named(tmp_path: Path) -> None:
    english = CLEAN * 4
    german = (
        "Der Rat eröffnete am Montag eine neue Bücherei, und die ersten Besucher kamen aus den Dörfern am See. " * 4
    )
    (tmp_path / "a.txt").write_text(english, encoding="utf-8")
    (tmp_path / "b.txt").write_text(german, encoding="utf-8")
    result = run("check", "b.txt", "--source", "a.txt", "--from", "de", "--to", "en", "--no-cache", cwd=tmp_path)
    assert result.returncode == 2
    assert "swapped" in error_lines(result)[0]


def test_standard_input_goes_by_a_name() -> None:
    result = run("check", "-", "--stdin-filename", "x.en.md", "--no-cache", "--format", "json", stdin=CLEAN.encode())
    assert json.loads(result.stdout)["documents"][0]["path"] == "x.en.md"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--select", "TQ999"), "TQ999"),
        (("--format", "htlm"), "html"),
        (("--fail-on", "always"), "--fail-on"),
        (("--report", "html"), "--report"),
        (("--colour", "red"), "--colour"),
    ],
)
def test_a_wrong_option_is_one_line_that_names_it(arguments: tuple[str, ...], word: str, clean: Path) -> None:
    result = run("check", str(clean), *arguments)
    assert result.returncode == 2
    assert word in error_lines(result)[-1]
    assert b"Traceback" not in result.stderr


def test_two_runs_give_the_same_bytes() -> None:
    first, second = (run("check", "seeds/article.en.txt", "--format", "json", "--no-cache").stdout for _ in range(2))
    assert first == second


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m tqcheck check seeds/article.en.txt --no-cache --format json | head -c 10"
    result = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, env=ENVIRONMENT, check=False)
    assert result.stderr == b""


def test_a_pipe_that_closes_before_the_first_word_is_no_finding(clean: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "tqcheck", "align", str(clean), str(clean)]
    result = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, cwd=ROOT, env=ENVIRONMENT, check=False)
    os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


def test_help_imports_no_model_runtime_and_no_engine() -> None:
    code = "import sys; from tqcheck.cli.app import main; main(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=ENVIRONMENT, check=False)
    loaded = result.stderr.decode()
    for heavy in ("'torch'", "'onnxruntime'", "'numpy'", "'fxtranslate'", "'babel'", "'jinja2'", "'langdetect'"):
        assert heavy not in loaded


def test_every_check_is_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["checks"]) == 0
    listed = capsys.readouterr().out.split()
    for code in [word for word in listed if word.startswith("TQ") and len(word) == 5]:
        assert main(["explain", code]) == 0
        assert "**Why.**" in capsys.readouterr().out, code


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_notice_is_said_once_on_a_terminal_and_on_standard_error_elsewhere(tmp_path):
    (tmp_path / "a.en.txt").write_text("The cat sleeps.\n", encoding="utf-8")
    (tmp_path / "a.sw.txt").write_text("Paka analala.\n", encoding="utf-8")
    command = [sys.executable, "-m", "tqcheck", "check", "a.en.txt", "--source", "a.sw.txt", "--select", "TQ602"]
    command += ["--from", "sw", "--to", "en", "--isolated", "--no-cache"]
    leader, follower = os.openpty()
    subprocess.run(command, cwd=tmp_path, stdout=follower, stderr=follower, stdin=subprocess.DEVNULL, check=False)
    os.close(follower)
    screen = os.read(leader, 1 << 16).decode()
    os.close(leader)
    assert screen.count("no translator en->sw") == 1
    piped = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert piped.stdout.count("no translator en->sw") == piped.stderr.count("no translator en->sw") == 1

"""How a run behaves around its findings: interrupts, damaged caches, several configurations, progress, encodings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tqcheck.cli.app import main
from tqcheck.remembered import outcomes_path

ROOT = Path(__file__).parent.parent.parent
TEXT = "The council opened the the library on Monday.\n"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TQCHECK_CACHE", str(tmp_path / "cache" / "results.sqlite"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def write(name: str, text: str = TEXT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict, str]:
    code = main(["check", *arguments, "--engine", "none", "--select", "TQ304", "--to", "en", "--format", "json"])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def test_an_interrupt_writes_what_is_done(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck import runners

    real = runners.check_one

    def stop_at_the_second(job, plan, judging):
        if job.path == "b.txt":
            raise KeyboardInterrupt
        return real(job, plan, judging)

    monkeypatch.setattr(runners, "check_one", stop_at_the_second)
    code, report, said = check(capsys, write("a.txt"), write("b.txt"), "--report", "tsv=done.tsv")
    assert code == 130
    assert [document["path"] for document in report["documents"]] == ["a.txt"]
    assert "interrupted: 1 of 2 files were checked" in said
    assert "TQ304" in Path("done.tsv").read_text()


def test_a_damaged_or_foreign_cache_is_thrown_away(capsys: pytest.CaptureFixture[str]) -> None:
    name = write("a.txt")
    _, first, _ = check(capsys, name)
    for content in (b"not a database at all" * 100, b"SQLite format 3\x00" + b"\x00" * 5000):
        outcomes_path().write_bytes(content)
        _, again, said = check(capsys, name)
        assert again["documents"] == first["documents"]
        assert "thrown away" in said


def test_an_edit_is_seen_at_once_and_an_unchanged_file_gives_the_same_report(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = write("a.txt")
    _, first, _ = check(capsys, name)
    assert check(capsys, name)[1] == first
    write(name, TEXT.replace("the the", "the"))
    assert check(capsys, name)[1]["documents"][0]["findings"] == []


def test_another_quality_model_is_another_outcome() -> None:
    from tqcheck.quality.files import VARIABLE
    from tqcheck.remembered import QUALITY_VARIABLE

    assert VARIABLE == QUALITY_VARIABLE


def test_no_cache_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, write("a.txt"), "--no-cache")
    assert not outcomes_path().exists()


def test_the_nearest_of_several_configurations_holds_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("one/tqcheck.toml", '[severity]\nTQ304 = "critical"\n')
    write("two/tqcheck.toml", '[severity]\nTQ304 = "neutral"\n')
    _, report, _ = check(capsys, write("one/a.txt"), write("two/b.txt"))
    found = {document["path"]: document["findings"][0]["severity"] for document in report["documents"]}
    assert found == {"one/a.txt": "critical", "two/b.txt": "neutral"}
    _, report, _ = check(capsys, "one/a.txt", "--isolated")
    assert report["documents"][0]["findings"][0]["severity"] == "minor"


def test_fingerprints_do_not_depend_on_where_the_program_is_started(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("site/tqcheck.toml", "")
    _, above, _ = check(capsys, write("site/docs/a.txt"))
    monkeypatch.chdir("site/docs")
    _, inside, _ = check(capsys, "a.txt")
    prints = [report["documents"][0]["findings"][0]["fingerprint"] for report in (above, inside)]
    assert prints[0] == prints[1]


def test_no_files_and_no_pairs_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "[[pairs]]" in capsys.readouterr().err


def test_a_named_engine_that_is_missing_is_exit_three(capsys: pytest.CaptureFixture[str]) -> None:
    write("tqcheck.toml", 'engine = "firefox:/nowhere"\n')
    german = "Der Rat eröffnete am Montag die neue Bücherei, und die ersten Besucher kamen aus den Dörfern am See.\n"
    arguments = [write("a.txt"), "--source", write("b.txt", german), "--from", "de", "--to", "en", "--no-cache"]
    assert main(["check", *arguments, "--select", "TQ202"]) == 3


def test_fix_writes_safe_corrections_and_diff_only_shows_them(capsys: pytest.CaptureFixture[str]) -> None:
    text = '\ufeffDer Rat sagte: "Die Bibliothek ist offen."\r\n\r\nDann ging er , müde, nach Hause.\r\n'
    path = Path("a.txt")
    path.write_bytes(text.encode())
    arguments = ["check", "a.txt", "--to", "de", "--engine", "none", "--select", "TQ306", "--fail-on", "never"]
    assert main([*arguments, "--diff"]) == 1
    assert "+Dann ging er, müde, nach Hause." in capsys.readouterr().out
    assert path.read_bytes() == text.encode()
    assert main([*arguments, "--fix", "--format", "tsv"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1, "nothing is left to find"
    assert path.read_bytes() == text.replace("er ,", "er,").encode()
    assert main([*arguments, "--diff"]) == 0


@pytest.mark.slow
def test_output_is_utf8_whatever_the_locale() -> None:
    write("a.txt", "Die Bibliothek wurde am am Montag eröffnet.\n")
    command = [sys.executable, "-m", "tqcheck", "check", "a.txt", "--to", "de", "--select", "TQ304", "--engine", "none"]
    for locale in ({"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "cp1252"}):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **locale}
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert "eröffnet" in done.stdout.decode("utf-8")


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "tqcheck",
        "check",
        *arguments,
        "--to",
        "en",
        "--select",
        "TQ304",
        "--engine",
        "none",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, preexec_fn=hear_interrupts, **options)  # type: ignore[call-overload,no-any-return]


def hear_interrupts() -> None:
    """A shell starts what runs in the background deaf to interrupts, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
def test_ctrl_c_with_several_processes_writes_what_is_done_and_exits_130() -> None:
    names = [write(f"{number}.txt", TEXT * 400) for number in range(400)]
    process = start(
        *names, "--jobs", "2", "--report", "json=done.json", stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    )
    until = time.monotonic() + 60
    while not outcomes_path().exists() and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    done = len(json.loads(Path("done.json").read_text())["documents"])
    assert f"interrupted: {done} of 400 files were checked" in said.decode()
    assert done < 400


@pytest.mark.slow
def test_two_runs_at_once_share_the_cache_and_agree() -> None:
    names = [write(f"{number}.txt", TEXT.replace("Monday", f"day {number}")) for number in range(20)]
    runs = [start(*names, "--format", "json", stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in runs]
    assert said[0][0] == said[1][0]
    assert len(json.loads(said[0][0])["documents"]) == 20
    assert all(b"cache" not in errors for _, errors in said)


@pytest.mark.slow
def test_a_terminal_sees_progress_with_an_estimate_and_a_file_does_not() -> None:
    import pty

    names = [write(f"{number}.txt", TEXT * 50) for number in range(12)]
    leader, follower = pty.openpty()
    process = start(*names, "--no-cache", stdout=subprocess.DEVNULL, stderr=follower)
    os.close(follower)
    shown = b""
    try:
        while part := os.read(leader, 4096):
            shown += part
    except OSError:  # Linux: the other end is closed
        pass
    process.wait(timeout=60)
    assert b"checking" in shown
    assert b"%" in shown
    piped = start(*names, "--no-cache", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert b"checking" not in piped.communicate(timeout=60)[1]

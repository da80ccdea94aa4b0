"""``kg build``: streaming, bad inputs, processes, interruptions."""

from __future__ import annotations

import gzip
import json
import os
import pickle
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from tests.patience import PATIENCE

COUNT = 700
GOOD = """Thành ủy Uông Bí tổng kết công tác năm

Sáng 5/1/2023, Thành ủy Uông Bí tổ chức hội nghị tổng kết công tác năm 2022.

Chủ trì hội nghị là Bí thư Thành ủy Nghiêm Xuân Cường, cũng là Chủ tịch HĐND TP Uông Bí.
"""


def articles(folder: Path, count: int) -> Path:
    """JSON lines with so many articles, no two alike."""
    path = folder / "press.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            record = {
                "id": f"a{number:05}",
                "title": f"Tin {number}",
                "text": GOOD.replace("2022", str(number)),
            }
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def turtle(kg, store: Path, out: Path) -> bytes:
    assert kg("export", "--store", store, "--out", out).code == 0
    return out.read_bytes()


def test_a_summary_and_a_turtle_file(kg, root: Path, tmp_path: Path) -> None:
    ran = kg("build", root / "seeds", "--store", tmp_path / "s", "--out", tmp_path / "g.ttl")
    assert (ran.code, ran.err) == (0, "")
    assert "articles" in ran.out
    assert "5 built" in ran.out
    assert "Nghiêm Xuân Cường" in (tmp_path / "g.ttl").read_text(encoding="utf-8")


def test_what_is_unchanged_is_passed_over(kg, root: Path, tmp_path: Path) -> None:
    store = tmp_path / "s"
    first = json.loads(kg("build", root / "seeds", "--store", store, "--json").out)
    one = turtle(kg, store, tmp_path / "1.ttl")
    second = json.loads(kg("build", root / "seeds", "--store", store, "--json").out)
    third = json.loads(kg("build", root / "seeds", "--store", store, "--json", "--again").out)
    assert [(run["built"], run["unchanged"]) for run in (first, second, third)] == [(5, 0), (0, 5), (5, 0)]
    assert first["graph"] == second["graph"] == third["graph"]
    assert first["graph"]["positions"] > 10
    assert turtle(kg, store, tmp_path / "2.ttl") == one


def test_a_copy_in_another_place_counts_once_and_is_named(kg, tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(GOOD, encoding="utf-8")
    build = ("build", tmp_path / "one", tmp_path / "other", "--store", tmp_path / "s", "--sync")
    ran = kg(*build)
    assert (ran.code, ran.err) == (0, "")
    assert "1 built, 1 repeated." in ran.out
    assert str(tmp_path / "other") in " ".join(ran.out.split())
    done = json.loads(kg(*build, "--json").out)
    assert (done["built"], done["unchanged"], done["removed"], done["errors"]) == (0, 1, 0, [])
    assert [copy["source"] for copy in done["repeated"]] == [str(tmp_path / "other" / "a.txt")]
    assert "word for word" in done["repeated"][0]["reason"]


def test_a_changed_article_replaces_what_it_said(kg, tmp_path: Path) -> None:
    source, store = tmp_path / "a.txt", tmp_path / "s"
    source.write_text(GOOD, encoding="utf-8")
    assert kg("build", source, "--store", store).code == 0
    source.write_text(GOOD.replace("Nghiêm Xuân Cường", "Trần Văn Mẫu"), encoding="utf-8")
    done = json.loads(kg("build", source, "--store", store, "--json").out)
    assert (done["built"], done["unchanged"], done["graph"]["officials"]) == (1, 0, 1)
    assert "Nghiêm" not in turtle(kg, store, tmp_path / "g.ttl").decode()


@pytest.mark.slow
def test_processes_change_nothing(kg, tmp_path: Path) -> None:
    source = articles(tmp_path, 60)
    for jobs in (1, 2):
        assert kg("build", source, "--store", tmp_path / str(jobs), "--jobs", jobs).code == 0
    alone, shared = (turtle(kg, tmp_path / str(jobs), tmp_path / f"{jobs}.ttl") for jobs in (1, 2))
    assert alone == shared


def test_bad_files_are_named_and_the_others_built(kg, tmp_path: Path) -> None:
    """Windows-1258 and decomposed letters can be read, so they are."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16)
    (folder / "nfd.txt").write_text(unicodedata.normalize("NFD", "Tin một\n\n" + GOOD), encoding="utf-8")
    (folder / "windows.txt").write_bytes(windows_1258("Tin hai\n\n" + GOOD))
    (folder / "broken.html").write_text("<html><body><div><p></div><table><tr><td></p", encoding="utf-8")
    with (folder / "long.txt").open("w", encoding="utf-8") as file:
        for _ in range(50):
            file.write("đảng ủy " * 125_000)
    ran = kg("build", folder, "--store", tmp_path / "s")
    assert ran.code == 1
    named = dict(line.rsplit(": ", 1) for line in ran.err.splitlines())
    assert sorted(Path(name).name for name in named) == [
        "broken.html",
        "empty.txt",
        "long.txt",
        "picture.txt",
    ]
    assert all(named.values())
    assert "3 built, 4 could not be read" in ran.out
    assert "Traceback" not in ran.err
    assert kg("explain", "Nghiêm Xuân Cường", "--store", tmp_path / "s").out.count("bí thư") >= 3


def windows_1258(text: str) -> bytes:
    """Windows-1258 writes tones as combining marks after the vowel."""
    out = bytearray()
    for char in unicodedata.normalize("NFC", text):
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tone = next(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258")
            out += tone.encode("cp1258")
    return bytes(out)


def test_a_missing_source_does_not_stop_the_others(kg, root: Path, tmp_path: Path) -> None:
    ran = kg("build", "nowhere.txt", root / "seeds", "--store", tmp_path / "s")
    assert (ran.code, ran.err) == (1, "nowhere.txt: no such file or folder\n")
    assert "5 built, 1 could not be read" in ran.out


def test_a_fault_in_one_article_is_named(kg, root: Path, tmp_path: Path, monkeypatch) -> None:
    from kg import pipeline

    real = pipeline.facts

    def failing(article, **options):
        if article.id == "uong-bi-2023":
            raise ZeroDivisionError("by zero\nreally")
        return real(article, **options)

    monkeypatch.setattr(pipeline, "facts", failing)
    ran = kg("build", root / "seeds", "--store", tmp_path / "s", "--jobs", "1")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "uong-bi-2023.md: the program failed on it (ZeroDivisionError: by zero really)" in ran.err


def test_what_a_process_gives_back_can_travel(root: Path, monkeypatch) -> None:
    from kg import pipeline, read_articles

    (article,) = read_articles([root / "seeds" / "uong-bi-2023.md"])
    made = pipeline.make(article)
    assert pickle.loads(pickle.dumps(made)) == made
    monkeypatch.setattr(pipeline, "facts", None)
    failed = pipeline.make(article)
    assert pickle.loads(pickle.dumps(failed)) == failed
    assert "TypeError" in failed.fault


def test_what_could_not_be_used_is_listed(kg, root: Path, tmp_path: Path) -> None:
    out = tmp_path / "unread.csv"
    for _ in range(2):
        assert kg("build", root / "seeds", "--store", tmp_path / "s", "--unread", out).code == 0
        lines = out.read_text(encoding="utf-8").splitlines()
        assert lines[0] == "pattern,quote,count,article,start,end"
        assert len(lines) > 1


def test_standard_input_and_gzip(kg, tmp_path: Path) -> None:
    packed = tmp_path / "press.jsonl.gz"
    packed.write_bytes(gzip.compress(articles(tmp_path, 3).read_bytes()))
    assert "3 built" in kg("build", packed, "--store", tmp_path / "s").out
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", "-", "--store", tmp_path / "t"],
        input=GOOD.encode(),
        capture_output=True,
        check=True,
    )
    assert b"1 built" in done.stdout
    assert not done.stderr


def test_a_folder_that_is_no_store_is_left_alone(kg, root: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    ran = kg("build", root / "seeds", "--store", tmp_path)
    assert ran.code == 2
    assert "not empty" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def noted(journal: Path) -> int:
    """How many graphs the journal of a build under way names."""
    if not journal.exists():
        return 0
    with closing(sqlite3.connect(f"file:{journal}?mode=ro", uri=True)) as db:
        try:
            return int(db.execute("SELECT COUNT(*) FROM built").fetchone()[0])
        except sqlite3.OperationalError:  # just being made, or written
            return 0


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_build_goes_on(kg, tmp_path: Path, stop: signal.Signals) -> None:
    source, store = articles(tmp_path, COUNT), tmp_path / "s"
    command = [sys.executable, "-m", "kg", "build", "-", "--store", store, "--jobs", "2"]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    process.stdin.write(source.read_bytes())
    process.stdin.flush()
    journal = store / "built.db"
    deadline = time.monotonic() + 120
    while not noted(journal) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(process.pid, stop)
    _, errors = process.communicate(timeout=2 * PATIENCE)
    assert process.returncode != 0
    if stop is signal.SIGINT:
        assert (
            errors.decode() == "kg: stopped; what is done is kept, and the same command goes on from there\n"
        )
    before = kg("query", "PREFIX s: <https://schema.org/> SELECT ?a { ?a a s:NewsArticle }", "--store", store)
    assert before.code == 0
    kept = int(before.out.split()[-2].replace(",", ""))
    assert 0 < kept < COUNT
    done = json.loads(kg("build", source, "--store", store, "--json").out)
    assert done["unchanged"] > 0
    assert done["built"] + done["unchanged"] == COUNT
    assert kg("build", source, "--store", tmp_path / "t", "--jobs", "2").code == 0
    assert turtle(kg, store, tmp_path / "s.ttl") == turtle(kg, tmp_path / "t", tmp_path / "t.ttl")


@pytest.mark.parametrize("damage", [b"", b"no database", b"half"])
def test_a_damaged_journal_only_costs_time(kg, root: Path, tmp_path: Path, damage: bytes) -> None:
    store = tmp_path / "s"
    assert kg("build", root / "seeds", "--store", store).code == 0
    journal = store / "built.db"
    data = journal.read_bytes()
    journal.write_bytes(data[: len(data) // 2] if damage == b"half" else damage)
    done = json.loads(kg("build", root / "seeds", "--store", store, "--json").out)
    assert (done["built"], done["unchanged"]) == (5, 0)
    done = json.loads(kg("build", root / "seeds", "--store", store, "--json").out)
    assert (done["built"], done["unchanged"]) == (0, 5)


@pytest.mark.parametrize("room", [1, 3_000, 60_000, 150_000])
def test_a_full_disk_is_told_in_one_line_and_the_build_goes_on(
    kg, root: Path, tmp_path: Path, room: int
) -> None:
    """No file may grow beyond so many bytes, as if the disk were full there."""
    store = tmp_path / "s"
    command = [sys.executable, "-m", "kg", "build", root / "seeds", "--store", store, "--jobs", "1"]

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    ran = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit)
    assert ran.returncode == 2
    (line,) = ran.stderr.splitlines()
    assert line.startswith("kg: ")
    assert "fault of the program" not in line
    assert kg("build", root / "seeds", "--store", store).code == 0
    assert kg("build", root / "seeds", "--store", tmp_path / "t").code == 0
    assert turtle(kg, store, tmp_path / "s.ttl") == turtle(kg, tmp_path / "t", tmp_path / "t.ttl")

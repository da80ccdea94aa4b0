"""Files that are there whole or not at all, and what is no file."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kg.files import replacing

FULL = Path("/dev/full")


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file.txt"
    with replacing(file) as draft:
        draft.write_text("one")
        assert not file.exists()
    assert file.read_text() == "one"
    with pytest.raises(FileNotFoundError), replacing(file) as draft:
        draft.with_name("none").rename(draft)
    assert file.read_text() == "one"
    assert list(file.parent.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file.txt", tmp_path / "link.txt"
    file.write_text("before")
    link.symlink_to(file)
    with replacing(link) as draft:
        draft.write_text("after")
    assert link.is_symlink()
    assert file.read_text() == "after"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_written_into_and_not_replaced(kg, seeds_store: Path, tmp_path: Path) -> None:
    file, pipe = tmp_path / "graph.ttl", tmp_path / "pipe"
    assert kg("export", "--out", file, "--store", seeds_store).code == 0
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    ran = kg("export", "--format", "turtle", "--out", pipe, "--store", seeds_store)
    reader.join()
    assert ran.code == 0, ran.err
    assert pipe.is_fifo()
    assert read == [file.read_bytes()]


@pytest.mark.skipif(not FULL.is_char_device(), reason="no device that is always full here")
@pytest.mark.parametrize("words", [("query",), ("query", "officials", "--format", "csv"), ("--help",)])
def test_no_room_for_the_output_is_no_fault_of_the_program(words: tuple[str, ...], seeds_store: Path) -> None:
    store = () if words == ("--help",) else ("--store", str(seeds_store))
    with FULL.open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "kg", *words, *store], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert ran.returncode == 2
    (line,) = ran.stderr.splitlines()
    assert line == "kg: the output can't be written (No space left on device); make room, or write elsewhere"

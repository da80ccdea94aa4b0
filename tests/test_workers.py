"""Work in other processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import KgError, ReadError
from kg.workers import alone
from tests.patience import PATIENCE, soon


def told(*given: object) -> tuple[int, tuple[object, ...]]:
    sys.stdout.write("what is printed is no answer\n")
    return os.getpid(), given


def refused(reason: str) -> None:
    raise ReadError("a.txt", reason)


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def waiting(pid: Path) -> None:
    pid.write_text(str(os.getpid()))
    time.sleep(10 * PATIENCE)


def test_work_alone_is_done_by_another_process() -> None:
    process, given = alone(told, "Uông Bí", Path("x"), None)
    assert process != os.getpid()
    assert given == ("Uông Bí", Path("x"), None)


def test_what_it_raises_is_raised_here() -> None:
    with pytest.raises(ReadError, match="no text") as raised:
        alone(refused, "no text")
    assert raised.value.source == "a.txt"


def test_a_process_that_dies_is_told_in_one_line() -> None:
    with pytest.raises(KgError, match="a process died") as raised:
        alone(killed)
    assert "\n" not in str(raised.value)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked at as Linux shows them")
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_it_ends_with_the_process_that_waits_for_it(tmp_path: Path, stop: signal.Signals) -> None:
    pid = tmp_path / "pid"
    code = (
        "import signal, sys; from pathlib import Path; from kg.workers import alone; from tests.test_workers import waiting;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"  # what runs in the background ignores it
        "alone(waiting, Path(sys.argv[1]))"
    )
    path = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    call = [sys.executable, "-c", code, str(pid)]
    with subprocess.Popen(call, env={**os.environ, "PYTHONPATH": path}, stderr=subprocess.DEVNULL) as process:
        try:
            soon(lambda: pid.exists() and pid.read_text())
            process.send_signal(stop)
            process.wait(PATIENCE)
        finally:
            process.kill()
        other = int(pid.read_text())
        soon(lambda: not alive(other))

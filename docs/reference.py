"""Writes docs/cli.md, the reference of the command line, from the help of every verb."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).with_name("cli.md")
HEAD = """# Reference of the command line

Made by `make docs` from the help of the program.
"""


def help_of(*words: str) -> str:
    """Give the help of a verb as it looks in a terminal of 100 columns."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DANGBO_STORE", "FORCE_COLOR")}
    environment |= {"COLUMNS": "100", "TERMINAL_WIDTH": "100", "NO_COLOR": "1", "TERM": "dumb"}
    command = [sys.executable, "-m", "kg", *words, "--help"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def reference() -> str:
    """Give the whole page."""
    from kg.cli import app

    parts = [HEAD, f"## kg\n\n```text\n{help_of()}\n```\n"]
    for command in app.registered_commands:
        name = command.name or ""
        parts.append(f"## kg {name}\n\n```text\n{help_of(name)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.path.insert(0, str(TARGET.parents[1]))  # the help of this checkout, wherever kg is installed
    TARGET.write_text(reference(), encoding="utf-8")

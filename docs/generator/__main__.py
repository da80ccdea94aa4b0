"""``python -m docs.generator FOLDER`` writes the site and fails when a link in it leads nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

from docs.generator.links import broken
from docs.generator.site import write


def main(words: list[str]) -> int:
    """Write the site; give 1 when a link is broken, 2 for wrong use."""
    if len(words) != 1:
        sys.stderr.write("python -m docs.generator FOLDER: name the folder to write to\n")
        return 2
    folder = Path(words[0])
    pages = write(folder)
    found = broken(folder)
    for line in found:
        sys.stderr.write(f"{line}\n")
    sys.stdout.write(f"{len(pages)} pages in {folder}; open {folder / 'index.html'}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

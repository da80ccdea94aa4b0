"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
"""What goes wrong when a disk is full or can't be written."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a draft of a file, to be written, that takes the file's place when all went well.

    Where a link leads the file is replaced and not the link.  What is no file, but a pipe or a device, is
    never replaced: what was written is copied into it.  Raises OSError where that can't be.
    """
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file() and not path.is_dir():
        with TemporaryDirectory() as folder:
            draft = Path(folder) / path.name
            yield draft
            with draft.open("rb") as made, path.open("wb") as there:
                shutil.copyfileobj(made, there)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    draft.unlink(missing_ok=True)
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)

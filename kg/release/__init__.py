"""A release: the graph in files to be downloaded, their checksums, and a description in DCAT and VoID."""

from __future__ import annotations

from kg.release.make import FORMATS, Release, Wishes, release

__all__ = ["FORMATS", "Release", "Wishes", "release"]

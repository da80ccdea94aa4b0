"""Search over names, numbers, themes and text, with and without marks; lists of things with facets."""

from kg.serve.search.routes import ENTRIES, routes

__all__ = ["ENTRIES", "routes"]

"""Review: what a person should look at, decided by a click into the file of judgements."""

from kg.serve.review.pages import ENTRIES, routes

__all__ = ["ENTRIES", "routes"]

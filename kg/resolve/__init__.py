"""Claims to claims about identified things: what an article makes its short forms mean."""

from kg.resolve.article import resolve

__all__ = ["resolve"]

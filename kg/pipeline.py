"""The way of the data; this module alone knows the order of the stages."""

from __future__ import annotations

from importlib import import_module

from kg.lexicon import Lexicon, lexicon
from kg.mention import Scan
from kg.model import Article, Facts
from kg.normalise import normalise
from kg.recognise import recognise
from kg.resolve import resolve


def scan(article: Article, words: Lexicon | None = None) -> Scan:
    """What the recognisers see in an article."""
    return recognise(normalise(article), words or lexicon())


def facts(article: Article, words: Lexicon | None = None) -> Facts:
    """All that one article says."""
    words = words or lexicon()
    seen = scan(article, words)
    found = {}
    for name in ("positions", "documents", "links", "themes", "indicators", "congresses", "events"):
        try:
            module = import_module(f"kg.relate.{name}")
        except ModuleNotFoundError:
            continue
        found[name] = tuple(getattr(module, name)(seen, words))
    return resolve(Facts(article, seen.text, **found), seen, words)

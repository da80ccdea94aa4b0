"""The minting of IRIs: readable, ASCII and stable, made of canonical keys, never of the order of the input.

What a slug loses (tone marks, punctuation, length) is kept apart by a short hash of the exact key.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

from kg.errors import UsageError, VocabularyError
from kg.model import Organization, Unit
from kg.normalise import plain
from kg.vocab.terms import CONCEPTS, DEFAULT_BASE, DERIVED, KINDS, PREFIXES, SCHEMES

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""How the key of a concept is written; a wording that is none has no concept."""
_DOTTED = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+){0,12}")
_GAZETTEER = re.compile(r"[a-z0-9-]{1,60}(?:/[a-z0-9-]{1,60})?")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ARTICLE = re.compile(r"[A-Za-z0-9_-]{1,80}")
_LETTERS = re.compile(r"[^\W\d_]")
_BASE = re.compile(r"https?://[A-Za-z0-9.:-]+/(?:[A-Za-z0-9._~/-]*[/#])?")
_PERIOD = re.compile(r"[0-9HQ-]{4,10}(?:/[0-9HQ-]{4,10})?")
_SLUG_LENGTH = 60


@lru_cache(maxsize=8192)
def concept(scheme: str, key: str) -> str:
    """Give the IRI of a concept; raises VocabularyError for an unknown scheme or a malformed key."""
    if scheme not in SCHEMES:
        raise VocabularyError(f"{scheme}: not a scheme of concepts; the schemes are {', '.join(SCHEMES)}")
    if not KEY.fullmatch(key):
        raise VocabularyError(f"{key!r}: not a key of a concept in the scheme {scheme}")
    return f"{CONCEPTS}{scheme}/{key}"


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Write lower-case ASCII words joined by hyphens, at most 60 characters, ``x`` when nothing is left."""
    return _NOT_SLUG.sub("-", plain(text)).strip("-")[:_SLUG_LENGTH].strip("-") or "x"


def digest(*key: str) -> str:
    """Give eight hexadecimal digits that stand for an exact key."""
    return blake2b("\x1f".join(key).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def short(iri: str) -> str:
    """Show the last part of an IRI without its hash, for names that build on it."""
    return iri.rpartition("/")[2].partition("_")[0]


def hashed_name(readable: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Write a local name that shows ``readable`` and is told apart by a hash of ``key``."""
    shown = (part if _DOTTED.fullmatch(part) else slug(part) for part in readable)
    return f"{'.'.join(shown)}_{digest(*key)}"


@lru_cache(maxsize=64)
def _article_name(identifier: str) -> str:
    if _ARTICLE.fullmatch(identifier):
        return identifier
    return f"{slug(identifier)}.{digest(identifier)}"


class Minter:
    """Mints the IRIs of things below ``base``; raises UsageError when the base is not fit for it."""

    __slots__ = ("_organizations", "_units", "base")

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not _BASE.fullmatch(base):
            raise UsageError(f"{base!r}: not a base IRI; give an http(s) IRI that ends in / or #")
        self.base = base
        self._units: dict[tuple[Unit, str], str] = {}
        self._organizations: dict[tuple[Organization, str], str] = {}

    def iri(self, kind: str, local: str) -> str:
        """Give the IRI of a thing of ``kind`` (one of :data:`KINDS`) with a minted local name."""
        if kind not in KINDS:
            raise VocabularyError(f"{kind}: not a kind of minted IRI; the kinds are {', '.join(KINDS)}")
        return f"{self.base}{kind}/{local}"

    def prefixes(self) -> dict[str, str]:
        """Give every prefix that a writer may use: standards, schemes of concepts, kinds of things."""
        schemes = {f"c-{scheme}": f"{CONCEPTS}{scheme}/" for scheme in SCHEMES}
        return {**PREFIXES, **schemes, **{kind: f"{self.base}{kind}/" for kind in KINDS}}

    def article(self, identifier: str) -> str:
        """Mint the article's IRI; a plain identifier stays as it is."""
        return self.iri("article", _article_name(identifier))

    def graph(self, identifier: str) -> str:
        """Mint the named graph of an article."""
        return self.iri("graph", _article_name(identifier))

    def derived_graph(self, name: str) -> str:
        """Mint a graph of what is computed across articles, or of reference data."""
        return self.iri("graph", f"{DERIVED}{slug(name)}")

    def within_article(self, kind: str, identifier: str, *parts: str) -> str:
        """Mint something that exists in one article only (evidence, statements); parts are ASCII already."""
        return self.iri(kind, ".".join((_article_name(identifier), *parts)))

    def unit_by_key(self, key: str) -> str:
        """Mint the unit that the gazetteer knows under ``key``."""
        if _GAZETTEER.fullmatch(key):
            return self.iri("unit", key.replace("/", "."))
        return self.iri("unit", hashed_name((key,), (key,)))

    def unit(self, unit: Unit, article: str) -> str:
        """Mint a unit by the gazetteer's key, else by type, name and unit above, else within the article."""
        cached = self._units.get((unit, article))
        if cached is None:
            if unit.key is not None:
                cached = self.unit_by_key(unit.key)
            else:
                nation = unit.level == 0 and unit.name
                above = unit.ancestors[0] if unit.ancestors else "" if nation else f"in {article}"
                key = (unit.type_label or unit.type, unit.name, above)
                cached = self.iri("unit", hashed_name(key, key))
            self._units[unit, article] = cached
        return cached

    def organization(self, organization: Organization, article: str) -> str:
        """Mint an organisation by its name, those that it is part of, and its unit.

        A body of a local level whose unit is unknown or undecided stands for itself in its article.
        """
        cached = self._organizations.get((organization, article))
        if cached is None:
            names, key = self._organization_key(organization, article)
            cached = self.iri("organization", hashed_name(names, key))
            self._organizations[organization, article] = cached
        return cached

    def _organization_key(
        self, organization: Organization, article: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give what the name shows and the exact key."""
        names, root = [organization.name], organization
        while root.parent is not None and root.unit is None:
            root = root.parent
            names.append(root.name)
        if root.unit is not None:
            unit = self.unit(root.unit, article)
            type_label = "" if root.bare_unit else root.unit.type_label
            return (*names, root.unit.name), (*names, type_label, unit)
        if root.candidates or (root.level or 0) > 0:
            names.append(f"in {article}")
        return tuple(names), tuple(names)

    def persona(self, name: str, article: str) -> str:
        """Mint a person as one article names them."""
        return self.within_article("persona", article, hashed_name((name,), (name,)))

    def person(self, name: str, home: str, shown: str) -> str:
        """Mint a person by the name and the home (IRI or words, ``shown`` as) that tells namesakes apart."""
        return self.iri("person", hashed_name((name, shown), (name, home)))

    def post(self, role: str, organization: str) -> str:
        """Mint the post of a role (its concept's key or its words) at an organisation (its IRI)."""
        return self.iri("post", hashed_name((role, short(organization)), (role, organization)))

    def membership(self, person: str, name: str, role: str, organization: str) -> str:
        """Mint the holding of a role by a person (IRI and name to show) at an organisation (IRI or words)."""
        return self.iri(
            "membership", hashed_name((name, role, short(organization)), (person, role, organization))
        )

    def document(
        self, issuer: str, kind: str, number: str | None, title: str | None, period: str | None
    ) -> str:
        """Mint a document by issuer (IRI or words), number with kind, and the term or year it counts in.

        A number such as ``06-NQ/TU`` carries its kind; a bare ``118`` needs it.  Without a number the title
        is the key.
        """
        head = _head(kind, number, title)
        tail = (period,) if period is not None else ()
        return self.iri("document", hashed_name((*head, short(issuer), *tail), (*head, issuer, *tail)))

    def reported_document(
        self,
        article: str,
        issuer: str,
        kind: str,
        number: str | None,
        title: str | None,
        period: str | None,
    ) -> str:
        """Mint a document as one article tells of it; the key is as :meth:`document` has it."""
        head = _head(kind, number, title)
        name = hashed_name(head, (*head, issuer, *((period,) if period is not None else ())))
        return self.within_article("reported-document", article, name)

    def thing(self, kind: str, readable: tuple[str, ...], key: tuple[str, ...]) -> str:
        """Mint any other thing: what its name shows, and the exact key that tells it apart."""
        return self.iri(kind, hashed_name(readable, key))

    def period(self, notation: str) -> str:
        """Mint a period such as ``2022``, ``2022-H1`` or ``2020-2025``."""
        if _PERIOD.fullmatch(notation):
            return self.iri("period", notation.replace("/", "."))
        return self.iri("period", hashed_name((notation,), (notation,)))


def _head(kind: str, number: str | None, title: str | None) -> tuple[str, ...]:
    """Give what names a document: its number if that has letters, else its kind with the number or title."""
    if number and _LETTERS.search(number):
        return (number,)
    return (kind, number or title or "")

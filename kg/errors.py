"""The exceptions of the package.

.. code-block:: text

    KgError
    ├── ReadError        a source can't be read as an article
    │   └── RepeatError  it is there already, word for word
    ├── VocabularyError  the vocabulary or the gazetteer is not usable
    ├── StoreError       a store can't be opened, or is not one of ours
    ├── ModelError       a language model's endpoint can't be used (kg.propose)
    ├── QueryError       an unknown query, a missing parameter, bad SPARQL
    └── UsageError       arguments that make no sense together

Every message is one line that says what, where and what to do.
"""

from __future__ import annotations


class KgError(Exception):
    """The base of all errors that a caller is meant to catch."""


class ReadError(KgError):
    """A source that can't be read as an article; ``source`` names it, ``reason`` says why."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        return type(self), (self.source, self.reason)


class RepeatError(ReadError):
    """A source that repeats an article that was read before, under the same identifier and word for word."""


class VocabularyError(KgError):
    """A vocabulary file that is missing, malformed or ambiguous."""


class StoreError(KgError):
    """A store that can't be opened or is not one of ours."""


class QueryError(KgError):
    """A query that is unknown, lacks a parameter or is not SPARQL."""


class UsageError(KgError):
    """Arguments that make no sense together."""

"""What the reader asks of a model, and every reason why something of it is not used."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Reason(StrEnum):
    """Why an answer or a proposal is refused: a closed list, never words of the model's own."""

    NO_ANSWER = "no answer"
    CUT_OFF = "answer cut off"
    BAD_ANSWER = "malformed answer"
    BAD_PROPOSAL = "malformed proposal"
    TOO_MANY = "too many proposals"
    TOO_LONG = "text too long to ask about"
    FOREIGN_QUOTE = "quote not in the text"
    REPEATED_QUOTE = "quote stands in the text several times"
    PERSON = "person not in the quote"
    ROLE = "role not in the quote or not in the vocabulary"
    POSTS = "quote has several such posts"
    STATUS = "status against the words"
    ORGANIZATION = "organisation not in the quote or not in the vocabulary"
    PLACE = "place not in the quote or not in the gazetteer"
    KIND = "kind not in the quote or not in the vocabulary"
    NUMBER = "number not in the quote"
    UNIT = "unit of measure not in the quote"
    WORDS = "words not in the quote"
    DATE = "date not in the quote"
    PERIOD = "period not in the quote"
    RELATION = "relation not said in the quote"
    NOTHING = "proposal says nothing"
    SHAPES = "against the shapes"

    @property
    def pattern(self) -> str:
        """How the reason stands in the list of what could not be used."""
        return f"llm: {self.value}"


class NoAnswer(Exception):  # noqa: N818 -- it reads as what happened
    """A passage that the model gave no usable answer to; the reading goes on."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Model(Protocol):
    """Whatever answers a request; :class:`kg.propose.client.Client` asks over HTTP."""

    @property
    def name(self) -> str:
        """The name of the model, which marks its claims."""

    def complete(self, system: str, user: str) -> str:
        """The answer to a message under a system prompt.  Raises :class:`NoAnswer`."""

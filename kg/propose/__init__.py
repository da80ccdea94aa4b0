"""An optional reader beside the grammar: a language model proposes, the text and the vocabulary decide.

Any endpoint that speaks the chat-completions protocol of OpenAI may propose what a passage says.  A proposal
becomes a claim only when its quote stands in the text, all that it names stands in the quote, the vocabulary
knows its words and the shapes accept it.  Claims carry ``llm:<model>`` as their rule; what is refused is
listed with its reason.  Off unless a caller makes a :class:`Client`; needs the extra ``llm``.

.. code-block:: text

    passages   text -> what is asked about at a time; a quote's place
    client     passage -> answer (HTTP)
    answer     answer -> proposals, strictly typed
    checks     proposal -> claim, or a reason
    repeats    claims that the rules have read already
    soundness  claims -> those that the shapes accept
    reader     all of it in order
"""

from __future__ import annotations

from kg.propose.client import Client, ModelError, Settings, settings_from_environment
from kg.propose.model import Model, NoAnswer, Reason
from kg.propose.reader import Limits, joined, propose

__all__ = [
    "Client",
    "Limits",
    "Model",
    "ModelError",
    "NoAnswer",
    "Reason",
    "Settings",
    "joined",
    "propose",
    "settings_from_environment",
]

"""The network as one HTML file that needs no network: script, style, data and sentences inside."""

from __future__ import annotations

from html import escape
from string import Template
from typing import Any

from kg.draw.network.wording import NetworkWords, read, words
from kg.draw.page import content_hash, safe_json

SCRIPTS = ("graph.js", "force.js", "view.js", "parts.js", "network.js")


def page(held: dict[str, Any], sentences: dict[str, Any], language: str) -> str:
    """Give the page for what :func:`kg.draw.network.payload.told` tells, with the sentences of its posts."""
    style = f"\n{read('file.css')}{read('network.css')}"
    scripts = [f"\n{read(name)}" for name in SCRIPTS]
    data = {"language": language, "words": words(), "held": held, "sentences": sentences, "chart": None}
    return Template(read("file.html")).substitute(
        language=language,
        title=escape(NetworkWords(language)("network")),
        style=style,
        style_hash=content_hash(style),
        script_hashes=" ".join(f"'{content_hash(script)}'" for script in scripts),
        scripts="\n".join(f"<script>{script}</script>" for script in scripts),
        stage=read("stage.html"),
        data=safe_json(data),
    )

"""Options of the verbs that talk to a SPARQL server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import screen

if TYPE_CHECKING:
    from kg.remote import RemoteStore

CredentialsOption = Annotated[
    Path | None,
    typer.Option(
        "--credentials",
        metavar="FILE",
        help="TOML with user and password, or token; else DANGBO_ENDPOINT_USER and _PASSWORD, or _TOKEN.",
        show_default=False,
    ),
]
UserOption = Annotated[
    str,
    typer.Option(
        "--user", metavar="NAME", help="The user at the server; the password stays off the command line."
    ),
]
BaseOption = Annotated[
    str | None,
    typer.Option(metavar="IRI", help="The base of the IRIs of the graph there.", show_default=False),
]


def server(
    endpoint: str,
    credentials: Path | None,
    user: str,
    timeout: float,
    base: str | None = None,
    tries: int = 3,
) -> RemoteStore:
    """Give the server at an address, with what there is of credentials, and warn of what is unsafe."""
    from kg import remote
    from kg.remote.access import exposed
    from kg.vocab import DEFAULT_BASE

    found, warnings = remote.credentials(credentials, user)
    if found is not None and exposed(endpoint):
        warnings.append(f"{endpoint}: credentials go over the network unencrypted; use https")
    for warning in warnings:
        screen.warn(f"kg: {warning}")
    return remote.RemoteStore(
        endpoint, timeout, base=base or DEFAULT_BASE, credentials=found, tries=tries, on_fault=_told
    )


def _told(fault: str) -> None:
    """Say why it takes longer, as it happens: a server that hangs is waited for several times."""
    screen.warn(f"kg: {fault}")

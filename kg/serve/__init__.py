"""The read-only web face of a graph: an application of routes by module, and the server that runs it."""

from kg.serve.app import create_app
from kg.serve.run import serve

__all__ = ["create_app", "serve"]

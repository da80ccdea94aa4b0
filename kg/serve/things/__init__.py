"""The pages of things, each at the path of its IRI."""

from kg.serve.things.routes import routes

__all__ = ["routes"]

"""Any SPARQL 1.1 server as a store: queries, updates, the Graph Store protocol, and pushing a store to it.

One transport (httpx) carries all four kinds of request, with authentication, time-outs and retries.
SPARQLWrapper is not used for them: it takes a query with words in its comments for an update, needs a
process-wide opener for digest authentication, and its redirects carry credentials to other hosts.
"""

from kg.remote.access import Credentials, credentials
from kg.remote.pushing import Mismatch, Pushed, push
from kg.remote.server import RemoteStore
from kg.remote.services import KINDS, Service

__all__ = ["KINDS", "Credentials", "Mismatch", "Pushed", "RemoteStore", "Service", "credentials", "push"]

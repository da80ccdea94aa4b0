"""Beyond one machine: articles read on a Dask cluster, shard by shard, with the result of a local build.

The sources are split into shards by their order alone.  A worker reads a shard's articles and writes their
N-Quads with a manifest; the store is loaded from the shards, in order, and what holds across articles is
computed as ever.
"""

from kg.cluster.engine import Dask
from kg.cluster.manifest import Manifest, Release

__all__ = ["Dask", "Manifest", "Release"]

"""The documentation site: pages written by hand, and pages made from the ontology, the queries and the code.

``make docs`` runs it.  The site is plain HTML with one stylesheet: no script, nothing from elsewhere.
"""

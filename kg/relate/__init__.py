"""Mentions to claims: the grammar of the genre, one module a kind of fact."""

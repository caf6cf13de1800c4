"""Norms of others, read into documents of ours: one file per format."""

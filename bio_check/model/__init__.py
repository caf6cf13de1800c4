"""Nouns: values that cannot change. Standard library only."""

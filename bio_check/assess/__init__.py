"""Verbs: values in, values out. No files, no clock."""

"""The edge: parse, call, print, exit."""

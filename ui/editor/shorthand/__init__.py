"""Typed lines become entries: what the clerk's shorthand says is shown under the line, and Enter records it."""

"""Encryption at rest: the key of a register, and a register under another key."""

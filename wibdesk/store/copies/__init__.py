"""Copies of a register: made between saves, kept as backups, looked into and read."""

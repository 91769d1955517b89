"""Keeping a register safe: backups, restoring, repair, passphrases and what is rescued."""

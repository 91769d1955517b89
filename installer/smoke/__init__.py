"""Tries the installed program: `python3 installer/smoke`."""

"""Lines that begin as only commands do, such as `/out kr`: nobody means them to be printed."""

import re

COMMAND = re.compile(r"\s*(?P<name>/[a-z]+)(?P<end>\s*[:–—-]\s*|\s+|$)", re.IGNORECASE)
"""A word behind a stroke at the start of a line, and what ends it."""

"""Keeps Qt from reading, and keeping, the source of every module that is imported.

PySide looks in each for a sign that it wishes other names in Qt's classes; no module here does. Without this a third of
all imports goes into that, and 24 MB of source stay in memory. A frozen program has no sources and gives this answer.
"""

import sys

import PySide6.QtCore  # noqa: F401 - what is told here comes with it


def leave_sources_alone() -> None:
    """Answer for every module imported from now on that it wishes no other names."""
    features, looks = sys.modules.get("shibokensupport.feature"), "_mod_uses_pyside"
    if hasattr(features, looks):  # another PySide may do it otherwise: then only time and memory are lost
        setattr(features, looks, lambda module: False)

"""Builds what is installed: the program as a folder of its own, the Debian package, icons, manual page and licences."""

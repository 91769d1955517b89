"""The desk on screen: Qt widgets that ask the Desk and never touch a table."""

from ui.sources import leave_sources_alone

leave_sources_alone()  # before anything else is imported

"""The desk on screen: Qt widgets that ask the Desk and never touch a table."""

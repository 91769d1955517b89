"""The clerk's shorthand: what a typed line, or a few typed letters, stand for. Pure: nothing is stored or shown here.

To add a command: one `Command` in `wibdesk.shorthand.commands`. The window and the command line only call `read_line`.
"""

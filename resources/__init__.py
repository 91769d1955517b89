"""Data that the program reads: fonts, icons, styles, schema, demo; each with its licence."""

"""What leaves the desk: one neutral tree of a document, typeset as Word and as PDF.

`compose` decides the words, their order and their numbering once; the writers only set them.
"""

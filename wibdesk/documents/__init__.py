"""What leaves the desk: one neutral tree of a document, typeset as Word, PDF, HTML, text and spreadsheet.

`compose` decides the words, their order and their numbering once; the writers only set them.
"""

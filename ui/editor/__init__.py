"""The minutes editor: one flowing sheet of entries, with a margin that says what each of them is."""

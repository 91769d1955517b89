"""The Word writer: WordprocessingML by hand, into our own template or into the body's, cleaned and completed."""

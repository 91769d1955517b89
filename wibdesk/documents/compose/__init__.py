"""The composers: one module a kind of document, and the blocks that several of them share; words, no typesetting."""

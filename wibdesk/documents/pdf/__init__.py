"""The PDF writer: pages filled with pieces, the tags of a reader program, the file itself, its lock and its check."""

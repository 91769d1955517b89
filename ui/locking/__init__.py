"""An encrypted register in the window: asking for its passphrase, and locking it again."""

"""Programs of others that judge the files we write; each is asked in its own module."""

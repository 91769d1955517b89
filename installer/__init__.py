"""Set-up and start on a fresh machine, with nothing but the standard library."""

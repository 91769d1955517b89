"""The HTML writer: one accessible page with nothing outside the file."""

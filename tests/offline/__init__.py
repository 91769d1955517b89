"""What keeps the tests off every network."""

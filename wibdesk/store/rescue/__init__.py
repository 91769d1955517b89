"""What the disk refuses or is slow to take: kept in a second place and brought back."""

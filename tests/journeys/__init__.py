"""Whole meetings typed into the real window by keys alone, from an empty register to the printed minutes."""

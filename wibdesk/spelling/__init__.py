"""Spelling, British English and offline: which words are misspelt and what was meant. It never changes a word."""

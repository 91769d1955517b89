"""Spelling in the editor: a wavy line under what may be misspelt, and F7 or a right click for what was meant."""

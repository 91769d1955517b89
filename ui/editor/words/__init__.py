"""What helps inside a sentence: names, abbreviations, type-ahead, phrases, gaps, quotation marks and the time."""

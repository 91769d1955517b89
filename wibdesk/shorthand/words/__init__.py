"""What happens inside a sentence: names, abbreviations, completions and phrases; pure, over plain lines and places."""

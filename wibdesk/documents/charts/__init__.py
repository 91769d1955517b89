"""Charts that read without colour: neutral records, drawn as lines and words for every page and screen."""

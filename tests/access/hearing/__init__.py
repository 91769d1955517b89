"""A real window, a real screen reader's way into it (AT-SPI) and real keys: what a clerk hears who does not see."""

"""The meeting file: how a meeting or plan leaves and enters the register."""

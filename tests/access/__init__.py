"""What a clerk who does not see the screen, or has no mouse, meets on every screen of the desk."""

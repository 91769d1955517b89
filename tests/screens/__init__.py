"""Pictures of every screen of the desk, to be looked at: `python -m tests.screens OUT_DIR`."""

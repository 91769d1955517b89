"""The look of the system, changed while the desk runs."""

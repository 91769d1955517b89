"""Parts of a screen that several places are built from; none of them knows another."""

"""Faults made on purpose below the real store: refusing disks, power cuts, a machine asleep."""

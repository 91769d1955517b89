"""The minutes of the last meeting on the agenda of this one."""

"""What can be read of a damaged register, made into a sound one."""

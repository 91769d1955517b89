"""The places of the desk: one module or folder for each entry of the rail."""

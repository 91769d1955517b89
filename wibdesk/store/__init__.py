"""The register on disk: the only package that knows tables, SQL and the one connection."""

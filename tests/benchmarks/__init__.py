"""Benchmarks: `python -m tests.benchmarks` prints ratios to a bare floor measured in the same run."""

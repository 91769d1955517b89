"""What a clerk does, as verbs: plain functions on one unit of work, run by the Desk."""

"""The guided first meeting: a quiet line that says the next step of a practice meeting and notices when it is done."""

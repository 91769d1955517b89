"""How what leaves the desk reaches people: messages as text, drafts for the mail program, and the outbox by SMTP."""

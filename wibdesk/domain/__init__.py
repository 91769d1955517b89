"""The clerk's words as frozen records and pure rules; standard library only."""

"""Makes the suite from its sets: hand-written sentences with marked edits, and a few mechanical transforms."""

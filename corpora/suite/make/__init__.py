"""Makes the suite from its sets: hand-written sentences with marked edits, one set a phenomenon, many languages."""

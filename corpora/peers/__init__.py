"""Other tools over the same items; see README.md."""

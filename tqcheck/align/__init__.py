"""Two documents to pairs."""

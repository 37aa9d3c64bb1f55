"""Files to documents, one format a file; `READERS` says which suffix is read by which."""

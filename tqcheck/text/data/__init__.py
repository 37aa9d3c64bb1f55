"""Language facts as data: one table a file, loaded when first asked for."""

"""Mozilla's translation models: translating with `fxtranslate`, scoring with a numpy pass over the same files."""

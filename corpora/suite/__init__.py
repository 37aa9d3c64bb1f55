"""The phenomenon suite: minimal pairs of wrong and right translations, one file a code."""

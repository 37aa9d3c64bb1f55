"""Pure functions and facts about languages: offsets, sentences, scripts, numbers, quotes."""

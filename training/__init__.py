"""How the embedded quality model is made: public data to shipped file, one module a step."""

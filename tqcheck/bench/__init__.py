"""Proof: the tool run as a user runs it, on texts whose errors are known; precision, recall and false alarms with intervals."""

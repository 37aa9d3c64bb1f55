"""Finds what is wrong in a translated article: exact spans, evidence from the source, few false alarms."""

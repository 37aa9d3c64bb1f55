"""Measures the rule checks on professional translations: false alarms, recall on planted errors, cost."""

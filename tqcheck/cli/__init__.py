"""The command line: parse, plan, run, render, exit code; nothing else."""

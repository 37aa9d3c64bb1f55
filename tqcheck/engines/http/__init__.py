"""The `http` engine: a translation server that the configuration names; the only engine that sends text away, and never unasked."""

"""Pure rules of supervision: what in the log asks for a look."""

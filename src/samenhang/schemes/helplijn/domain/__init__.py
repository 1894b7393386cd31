"""The rules of the line. Pure."""

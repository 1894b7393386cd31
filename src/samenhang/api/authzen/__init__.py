"""AuthZEN 1.0: the access decision for other systems."""

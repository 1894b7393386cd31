"""What the workers of the line read."""

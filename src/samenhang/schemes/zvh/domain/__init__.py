"""What is decided in this scheme, without database or clock. Pure."""

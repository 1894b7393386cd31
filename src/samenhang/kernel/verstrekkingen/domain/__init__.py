"""What is decided about a disclosure: conditions of the source, reasons of a refusal. Pure."""

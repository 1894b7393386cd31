"""Pure rules of the scheme: no Django, no I/O, no clock."""

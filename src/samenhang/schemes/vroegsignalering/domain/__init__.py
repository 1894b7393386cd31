"""The rules of early detection, pure: no Django, no I/O, no clock."""

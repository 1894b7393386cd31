"""The rights of the person as facts: what he agreed to, what he was told, what he objects to.

`beslis()` knows these facts; here they are stored, and read for a decision (`feiten.py`).
"""

"""The exchange of messages with creditors behind a port: a node that passes them on and keeps none.

`poort.py` is what a node can do, `adres.py` which one this deployment uses, `netwerk.py` one over HTTP, `map.py` one in a
folder that keeps the rules of the real one, and `naspelen.py` that folder as a server of its own.
"""

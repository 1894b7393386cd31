"""The scheme zvh: complex cases in a Zorg- en Veiligheidshuis."""

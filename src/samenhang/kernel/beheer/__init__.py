"""Administration: which organisations there are, who works there, who holds which role, and under which mandate.

An administrator (`beheerder`) works for his own municipality and for the organisations it keeps; in each
scheme he gives the roles of that scheme only, never to himself. Nothing here is about a resident.
"""

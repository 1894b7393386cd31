"""What the web door remembers for a moment, shared by its processes: counters of attempts, used tokens."""

from __future__ import annotations

from django.db import models


class Geheugenregel(models.Model):
    """One entry of Django's database cache, in the columns that it expects."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "web_geheugen"

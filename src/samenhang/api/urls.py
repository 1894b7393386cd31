"""The API under /api/v1."""

from __future__ import annotations

from django.urls import path

from samenhang.api.api import api

urlpatterns = [path("v1/", api.urls)]

"""The self-test: for anyone, without login, without a cookie of its own, without JavaScript; what is answered is kept nowhere."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.schemes.helplijn.domain.zelftest import advies, lees_vragen
from samenhang.schemes.helplijn.nummer import lijnnummer

PAD = "/helplijn/zelftest"


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads((regelmap() / "helplijn" / "zelftest.toml").read_text("utf-8"))


@csrf_exempt  # nothing is changed by it, and a check would need the cookie to be kept
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def zelftest(request: HttpRequest) -> HttpResponse:
    """The questions; a POST shows the advice above them. Answers stand in no address, so in no log of addresses."""
    vragen = lees_vragen(_document(), timezone.localdate())
    gegeven = {vraag.naam: request.POST.get(vraag.naam, "") for vraag in vragen}
    uitkomst = advies(vragen, gegeven)
    open_ = request.method == "POST" and uitkomst is None
    rijen = [(vraag, gegeven[vraag.naam]) for vraag in vragen]
    lijn = lijnnummer(timezone.localdate())
    context = {"vragen": rijen, "advies": uitkomst, "onvolledig": open_, "lijn": lijn}
    return render(request, "helplijn/zelftest.html", context, status=400 if open_ else 200)

"""Operations of the API: what each one answers is its return annotation, and everything around it is here.

See `adr.py` for the pattern that every module of operations follows.
"""

from __future__ import annotations

import functools
import hmac
import inspect
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Router
from ninja.constants import NOT_SET
from pydantic import BaseModel, TypeAdapter

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.problemen import VERSIE
from samenhang.api.schemas import Uitvoer
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.herhaling.herhaling import Antwoord, eenmaal
from samenhang.kernel.zaken.versie import ZaakVeranderd, verwacht_versie

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class MetVersie(Generic[T]):
    """An answer with the version of what it shows: it goes out as ETag, and comes back as If-Match."""

    waarde: T
    versie: int


@dataclass(frozen=True, slots=True)
class MetStatus(Generic[T]):
    """An answer with another status than usual (one of `ook`), and headers that belong to it."""

    waarde: T
    status: int
    kop: dict[str, str] = field(default_factory=dict)


def verwachte_versie(request: HttpRequest) -> int | None:
    """The version in `If-Match`; None when the caller did not say. Not a version: 400."""
    kop = request.headers.get("If-Match", "")
    if not kop:
        return None
    treffer = re.fullmatch(r'"([1-9][0-9]{0,8})"', kop.strip())
    if treffer is None:
        raise Geweigerd(
            "if_match_onjuist",
            Tekst(
                'If-Match is de ETag van het antwoord dat u kreeg, bijvoorbeeld "3".',
                'If-Match is the ETag of the answer you got, such as "3".',
            ),
        )
    return int(treffer.group(1))


def _als_opgehaald(doe: Callable[[], Any], zaak_id: UUID, versie: int | None) -> Any:
    """Do something to a case as the caller got it; 412 when it was changed since (RFC 9110 §13.1.1)."""
    try:
        with verwacht_versie(zaak_id, versie):
            return doe()
    except ZaakVeranderd as fout:
        fout.status = 412
        raise


class Routes:
    """The operations of one subject. `router` is what the scheme's API package mounts."""

    def __init__(self) -> None:
        self.router = Router()

    def get(
        self, pad: str, *, summary: str, auth: Any = NOT_SET, media: str = JSON, fouten: Iterable[int] = ()
    ) -> Callable[[F], F]:
        """An operation that reads. `fouten`: refusals that it knows beside those that every reading has.

        `media`: the kind of its answer; of several the caller chooses one, and they stand with a comma between.
        """
        return self._operatie("GET", pad, summary, 200, auth, media, fouten, herhaling="")

    def post(
        self,
        pad: str,
        *,
        summary: str,
        status: int = 200,
        auth: Any = NOT_SET,
        herhaling: str = "sleutel",
        versie: bool = False,
        fouten: Iterable[int] = (409,),
        ook: Iterable[int] = (),
        media: str = JSON,
    ) -> Callable[[F], F]:
        """An operation that does something; 201 when it makes something; `ook`: other good answers (`MetStatus`).

        `herhaling` is "sleutel" (takes an Idempotency-Key, kept in the same transaction), "zelf" (takes one, but
        the action keeps its own transactions and is itself safe to repeat) or "" (changes nothing). `versie`:
        takes If-Match with the ETag of the case that `id` in the path names; another version is 412.
        """
        meer = [*fouten, *([412] if versie else []), *([422] if herhaling else [])]
        return self._operatie("POST", pad, summary, status, auth, media, meer, herhaling, versie, ook)

    def _operatie(
        self, werkwoord: str, pad: str, summary: str, status: int, auth: Any, media: str,
        fouten: Iterable[int], herhaling: str, versie: bool = False, ook: Iterable[int] = (),
    ) -> Callable[[F], F]:  # fmt: skip
        def zet(functie: F) -> F:
            soorten = get_type_hints(functie, include_extras=True)
            antwoord, met_versie = _antwoordsoort(functie, soorten.pop("return"), media)
            uitgevoerd = _uitvoering(functie, soorten, antwoord, status, herhaling, versie)
            self.router.add_api_operation(
                pad,
                [werkwoord],
                uitgevoerd,
                response=dict.fromkeys((status, *ook), antwoord),
                auth=auth,
                summary=summary,
                by_alias=True,
                operation_id=functie.__name__,
                openapi_extra={
                    "x-fouten": sorted(set(fouten)),
                    "x-media": media,
                    "x-etag": met_versie,
                    "parameters": _koppen(herhaling, versie),
                },
            )
            return functie

        return zet


def _antwoordsoort(functie: Callable[..., Any], soort: Any, media: str) -> tuple[Any, bool]:
    """The schema of the answer, checked: a typed model, never a dict of unknown content."""
    met_versie = get_origin(soort) is MetVersie
    if met_versie:
        (soort,) = get_args(soort)
    if get_origin(soort) is MetStatus:
        (soort,) = get_args(soort)
    if media != JSON:
        if not (isinstance(soort, type) and issubclass(soort, HttpResponse)):
            raise TypeError(f"{functie.__name__}: een antwoord als {media} is een HttpResponse")
        return None, met_versie
    if not (isinstance(soort, type) and issubclass(soort, Uitvoer)) or not soort.model_fields:
        raise TypeError(f"{functie.__name__}: het antwoord is een Uitvoer, geen {soort!r}")
    return soort, met_versie


def _koppen(herhaling: str, versie: bool) -> list[dict[str, Any]]:
    koppen: list[dict[str, Any]] = []
    if herhaling:
        koppen.append(
            {
                "in": "header",
                "name": "Idempotency-Key",
                "required": False,
                "description": "Zelfgekozen sleutel (8–200 tekens): hetzelfde verzoek binnen 24 uur krijgt hetzelfde antwoord",
                "schema": {"type": "string", "minLength": 8, "maxLength": 200, "pattern": "^[!-~]{8,200}$"},
            }
        )
    if versie:
        koppen.append(
            {
                "in": "header",
                "name": "If-Match",
                "required": False,
                "description": "ETag van het antwoord dat u kreeg; is er intussen gewijzigd, dan 412",
                "schema": {"type": "string", "pattern": '^"[1-9][0-9]{0,8}"$', "examples": ['"3"']},
            }
        )
    return koppen


def _uitvoering(
    functie: Callable[..., Any],
    soorten: dict[str, Any],
    soort: Any,
    status: int,
    herhaling: str,
    versie: bool,
) -> Callable[..., HttpResponse]:
    """The view: refuse unknown query keys, run once per key, and write the answer straight to bytes."""
    handtekening = inspect.signature(functie)
    parameters = [
        p.replace(annotation=soorten.get(p.name, p.annotation)) for p in handtekening.parameters.values()
    ]
    bekend = _vraagsleutels(soorten)
    schrijf = TypeAdapter(soort).dump_json if soort is not None else None

    def doe(request: HttpRequest, kwargs: dict[str, Any]) -> Antwoord | HttpResponse:
        if versie:
            gegeven = _als_opgehaald(
                lambda: functie(request, **kwargs), kwargs["id"], verwachte_versie(request)
            )
        else:
            gegeven = functie(request, **kwargs)
        if isinstance(gegeven, HttpResponse):
            return gegeven
        kop = {}
        if isinstance(gegeven, MetVersie):
            kop["ETag"] = f'"{gegeven.versie}"'
            gegeven = gegeven.waarde
        zo = status
        if isinstance(gegeven, MetStatus):
            zo, kop, gegeven = gegeven.status, {**kop, **gegeven.kop}, gegeven.waarde
        assert schrijf is not None  # checked when the operation was declared
        return Antwoord(zo, schrijf(gegeven, by_alias=True), kop)

    @functools.wraps(functie)
    def uitgevoerd(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        _alleen_bekende_sleutels(request, bekend)
        sleutel = request.headers.get("Idempotency-Key") if herhaling else None
        if sleutel is None:
            return _uit(doe(request, kwargs))
        actor = actor_van_verzoek(request)
        wie = actor.medewerker_id or actor.gebruiker_id or actor.persoon_id
        assert wie is not None  # whoever is authenticated has one of these

        def werk() -> Antwoord:
            gedaan = doe(request, kwargs)
            assert isinstance(gedaan, Antwoord)  # a POST answers with a model
            return gedaan

        antwoord, herhaald = eenmaal(
            wie, sleutel, _vingerafdruk(request), werk, zelf_eenmalig=herhaling == "zelf"
        )
        uit = _uit(antwoord)
        if herhaald:
            uit.headers["Idempotent-Replayed"] = "true"
        return uit

    uitgevoerd.__signature__ = handtekening.replace(parameters=parameters)  # type: ignore[attr-defined]
    uitgevoerd.__annotations__ = soorten
    return uitgevoerd


def _uit(antwoord: Antwoord | HttpResponse) -> HttpResponse:
    if isinstance(antwoord, HttpResponse):
        antwoord.headers["API-Version"] = VERSIE
        return antwoord
    kop = {"API-Version": VERSIE, "Cache-Control": "no-store", **antwoord.kop}
    return HttpResponse(antwoord.lijf, status=antwoord.status, content_type=JSON, headers=kop)


def _vraagsleutels(soorten: dict[str, Any]) -> frozenset[str]:
    """The query keys that an operation knows: the fields of its filter."""
    sleutels: set[str] = set()
    for soort in soorten.values():
        model = get_args(soort)[0] if get_args(soort) else soort
        if isinstance(model, type) and issubclass(model, BaseModel) and not issubclass(model, Uitvoer):
            sleutels |= {veld.alias or naam for naam, veld in model.model_fields.items()}
    return frozenset(sleutels)


def _alleen_bekende_sleutels(request: HttpRequest, bekend: frozenset[str]) -> None:
    """An unknown key is refused, not ignored: a filter with a typing error must not show everything."""
    for sleutel, waarden in request.GET.lists():
        if sleutel not in bekend:
            wat = Tekst(f'De vraag kent geen "{sleutel[:60]}".', f'There is no query key "{sleutel[:60]}".')
        elif len(waarden) > 1:
            wat = Tekst(f'Geef "{sleutel}" één keer.', f'Give "{sleutel}" once.')
        else:
            continue
        fout = Fout("veld_onjuist", wat, Plaats(kolom=sleutel[:60]))
        raise Geweigerd("invoer_onjuist", wat, fouten=(fout,))


def _vingerafdruk(request: HttpRequest) -> str:
    """Method, address and content of a call: the body, or the form and the files of an upload.

    Under the key of the deployment, so that nobody finds out by trying what stood in a short body.
    """
    kop = f"{request.method} {request.get_full_path()}\n".encode()
    som = hmac.new(settings.SECRET_KEY.encode(), kop, "sha256")
    if (request.content_type or "").startswith("multipart/"):
        for naam, waarden in sorted(request.POST.lists()):
            som.update(repr((naam, waarden)).encode())
        for naam, bestand in sorted(request.FILES.items()):
            som.update(repr((naam, getattr(bestand, "name", ""))).encode())
            for brok in bestand.chunks():  # type: ignore[union-attr]
                som.update(brok)
            bestand.seek(0)  # type: ignore[union-attr]
    else:
        som.update(request.body)
    return som.hexdigest()

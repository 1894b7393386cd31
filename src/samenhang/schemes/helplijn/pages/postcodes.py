"""The table of postcodes, for the operator."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.helplijn.actions.postcodes import BRON_HOOGSTENS, laad_postcodes
from samenhang.schemes.helplijn.queries.gemeenten import postcodetabellen
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.weergave import taal

PAD = "/helplijn/postcodes"
_KIES = vertaald(Tekst("Kies een bestand.", "Choose a file."))


class Postcodeformulier(Opmaak, forms.Form):
    """The two files, the day and the source."""

    tabel = forms.FileField(
        label=vertaald(Tekst("Tabel (pc6hnr van het CBS)", "Table (pc6hnr of CBS)")),
        error_messages={"required": _KIES},
    )
    namen = forms.FileField(
        label=vertaald(
            Tekst("Namen van gemeenten (code en naam)", "Names of municipalities (code and name)")
        ),
        error_messages={"required": _KIES},
    )
    peildatum = Datumveld(label=vertaald(Tekst("Geldt op", "Holds on")))
    bron = forms.CharField(
        label=vertaald(Tekst("Waar komt de tabel vandaan?", "Where is the table from?")),
        max_length=BRON_HOOGSTENS,
    )


@pagina
def postcodes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The tables that were loaded; a POST loads one."""
    tabellen = postcodetabellen(actor)
    form, fouten, status = Postcodeformulier(auto_id="p-%s"), [], 200
    if request.method == "POST":
        form, status = Postcodeformulier(request.POST, request.FILES, auto_id="p-%s"), 400
        if form.is_valid():
            d = form.cleaned_data
            dag: date = d["peildatum"]
            try:
                rij = laad_postcodes(actor, d["tabel"].name or "", d["tabel"], d["namen"], dag, d["bron"])  # fmt: skip
            except Geweigerd as weigering:
                if weigering.status == 403:
                    raise
                fouten, status = [fout.tekst for fout in weigering.fouten], weigering.status
            else:
                klaar = Tekst(f"Geladen: {rij.gebieden} gebieden.", f"Loaded: {rij.gebieden} areas.")
                messages.success(request, klaar.in_taal(taal()))
                return redirect(PAD)
    context = {"formulier": form, "fouten": fouten, "tabellen": tabellen}
    return render(request, "helplijn/postcodes.html", context, status=status)

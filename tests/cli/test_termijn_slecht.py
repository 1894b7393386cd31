"""`samenhang termijn bereken` refuses what is wrong with exit 2 and a problem document, never a traceback."""

from __future__ import annotations

import io
import json
import sys

import pytest

from samenhang.cli.hoofd import hoofd

GOED = '"start":"2026-04-07","lengte":4,"eenheid":"weken"'


def draai(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], invoer: bytes
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer)))
    with pytest.raises(SystemExit) as einde:
        hoofd(["termijn", "bereken"])
    gevangen = capsys.readouterr()
    return int(einde.value.code or 0), gevangen.out, gevangen.err


@pytest.mark.parametrize(
    "invoer",
    [
        "", "null", "[]", "3", '"x"', "{", "{}", "[" * 100_000,
        f'{{{GOED},"start":"2026-04-08"}}', f'{{{GOED},"opschortingen":[{{"van":"2026-04-08","van":"2026-04-09","tot":"2026-04-10"}}]}}',
        '{"start":"2026-04-07","lengte":NaN,"eenheid":"weken"}', '{"start":"2026-04-07","lengte":1e400,"eenheid":"weken"}',
        '{"start":"2026-04-07","lengte":-4,"eenheid":"weken"}', '{"start":"2026-04-07","lengte":4.0,"eenheid":"weken"}',
        '{"start":"2026-04-07","lengte":"4","eenheid":"weken"}', f'{{"start":"2026-04-07","lengte":{"9" * 5000},"eenheid":"weken"}}',
        '{"start":"2026-02-31","lengte":4,"eenheid":"weken"}', '{"start":"31-02-2026","lengte":4,"eenheid":"weken"}',
        '{"start":"0000-00-00","lengte":4,"eenheid":"weken"}', '{"start":"9999-12-31","lengte":1200,"eenheid":"maanden"}',
        '{"start":"1900-01-01","lengte":4,"eenheid":"weken"}', '{"start":"2026-04-07","lengte":4,"eenheid":"jaren"}',
        '{"start":"2026-04-07","lengte":4,"eenheid":["weken"]}', f'{{{GOED},"opschortingen":[{{"van":"2026-04-08"}}]}}',
        f'{{{GOED},"opschortingen":[{{"van":"2026-04-10","tot":"2026-04-08"}}]}}', f'{{{GOED},"opschortingen":[{{"van":"2026-04-10","tot":null}}]}}',
        f'{{{GOED},"opschortingen":[{{"van":"2026-04-10","tot":"9999-12-31"}}]}}', f'{{{GOED},"opschortingen":[[]]}}',
        f'{{{GOED},"opschortingen":[{{"van":"2026-04-08","tot":"2026-04-09","grond":"\\ud800"}}]}}', f'{{{GOED},"\\ud800":1}}', f'{{{GOED},"atw":"ja"}}',
        '{"start":"2026-04-07T09:00:00","lengte":4,"eenheid":"uren"}', '{"start":"2026-04-07T25:00:00+02:00","lengte":4,"eenheid":"uren"}',
        '{"start":"9999-12-31T23:00:00+00:00","lengte":400,"eenheid":"uren"}', '{"start":"0001-01-01T00:00:00+14:00","lengte":4,"eenheid":"uren"}',
    ],
)  # fmt: skip
def test_foute_invoer_geeft_uitgang_2_en_een_probleem(invoer: str, monkeypatch, capsys) -> None:
    code, uit, fout = draai(monkeypatch, capsys, invoer.encode("utf-8"))
    assert code == 2
    assert uit == ""
    probleem = json.loads(fout)
    assert probleem["type"].startswith("urn:samenhang:probleem:")
    assert "Traceback" not in fout


def test_wat_geen_utf8_is_wordt_geweigerd(monkeypatch, capsys) -> None:
    assert draai(monkeypatch, capsys, b'{"start":"\xff"}')[0] == 2


def test_een_te_groot_document_wordt_geweigerd(monkeypatch, capsys) -> None:
    assert draai(monkeypatch, capsys, b" " * 1_000_001)[0] == 2


def test_het_voorbeeld_van_het_contract(monkeypatch, capsys) -> None:
    invoer = f'{{{GOED},"atw":true,"opschortingen":[]}}'
    code, uit, _ = draai(monkeypatch, capsys, invoer.encode())
    assert code == 0
    document = json.loads(uit)
    assert document["einde"] == "2026-05-06"
    assert document["trace"][-1]["stap"] == "2026-05-05 is Bevrijdingsdag: naar de eerstvolgende werkdag"


def test_overlappende_opschortingen_tellen_een_keer(monkeypatch, capsys) -> None:
    een = '{"van":"2026-04-10","tot":"2026-04-14"}'
    uit = [
        json.loads(draai(monkeypatch, capsys, f'{{{GOED},"opschortingen":[{lijst}]}}'.encode())[1])["einde"]
        for lijst in (een, f"{een},{een}", f'{een},{{"van":"2026-04-12","tot":"2026-04-14"}}')
    ]
    assert len(set(uit)) == 1

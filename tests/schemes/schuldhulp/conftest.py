"""What the tests of the calculations share."""

from __future__ import annotations

import pytest

from tests.schemes.schuldhulp.hulp import Opdracht


@pytest.fixture
def opdracht(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Opdracht:
    return Opdracht(monkeypatch, capsys)

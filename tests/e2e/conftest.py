"""One browser and one demo world for all browser tests of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.hulp import Demo, demo_draait, start_browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with sync_playwright() as spel:
        chromium = start_browser(spel)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The small demo world, served by a process of its own; E2E_MAP names a folder that is kept for the next run."""
    map_ = Path(os.environ.get("E2E_MAP") or tmp_path_factory.mktemp("demo") / "wereld")
    with demo_draait(map_, "--klein") as draaiend:
        yield draaiend

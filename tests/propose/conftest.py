from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy between the tests and the stand-in, no settings of the machine."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("DANGBO_LLM_URL", "DANGBO_LLM_MODEL", "DANGBO_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)

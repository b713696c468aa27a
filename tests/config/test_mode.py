"""Where the program is reachable for others, it says what to set rather than run in development."""

from pathlib import Path

import pytest

from config import Config


@pytest.mark.parametrize("address", ["https://preis.example", "http://10.0.0.5:8000", "http://localhost.example", "preis", ""])
def test_a_public_address_refuses_development(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.delenv("IKZ_AWARD_MODE", raising=False)
    monkeypatch.setenv("IKZ_AWARD_BASE_URL", address)
    with pytest.raises(SystemExit, match="IKZ_AWARD_MODE=production"):
        Config(tmp_path)
    monkeypatch.setenv("IKZ_AWARD_MODE", "production")
    assert Config(tmp_path).MODE == "production"


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000", "http://a.localhost"]
)
def test_this_machine_alone_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.delenv("IKZ_AWARD_MODE", raising=False)
    monkeypatch.setenv("IKZ_AWARD_BASE_URL", address)
    assert Config(tmp_path).MODE == "development"


def test_a_mode_that_is_none_refuses_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKZ_AWARD_MODE", "Production")
    with pytest.raises(SystemExit, match="'Production'"):
        Config(tmp_path)

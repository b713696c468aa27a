import hashlib

import pytest

from ikz_award.adapters.files import FileDamaged, FileMissing, FileStore


def test_what_was_put_is_got_by_its_hash(tmp_path):
    store = FileStore(tmp_path / "uploads")

    name = store.put(b"Vertrag")

    assert name == hashlib.sha256(b"Vertrag").hexdigest()
    assert store.get(name) == b"Vertrag"
    assert store.put(b"Vertrag") == name
    assert [path.name for path in (tmp_path / "uploads").rglob("*") if path.is_file()] == [name]


def test_a_changed_file_is_noticed_and_mended_by_storing_it_again(tmp_path):
    store = FileStore(tmp_path)
    name = store.put(b"Vertrag")
    (tmp_path / name[:2] / name).write_bytes(b"Vertra")

    with pytest.raises(FileDamaged):
        store.get(name)
    store.put(b"Vertrag")
    assert store.get(name) == b"Vertrag"


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "A" * 64])
def test_what_is_not_there_is_missing_whatever_the_name(tmp_path, name):
    with pytest.raises(FileMissing):
        FileStore(tmp_path).get(name)


def test_a_failed_write_leaves_nothing_behind(tmp_path, monkeypatch):
    store = FileStore(tmp_path)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ikz_award.adapters.files.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.put(b"Vertrag")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

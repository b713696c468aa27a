"""The archive of an office file: whether it holds its parts and nothing else, and its parts packed anew."""

import io
import struct
import zipfile
from collections.abc import Iterable

# When Word writes a file, parts carry this date, too.
DATE = (1980, 1, 1, 0, 0, 0)
_LOCAL = struct.Struct("<4s5H3I2H")
_END = struct.Struct("<4s4H2IH")
_DESCRIBED = 0x8
# Sizes after a part, where they were not known before it; with and without a mark, short and long.
_DESCRIPTORS = frozenset({12, 16, 20, 24})
# Word leaves room at the first part for later growth.
MAXIMUM_EXTRA = 1_024


def is_bare(data: bytes, archive: zipfile.ZipFile) -> bool:
    """Whether part follows part from the first byte to the directory, which ends the file, and both say the same of each.

    Then no two programs can read two different files in it, and it may stay byte for byte.
    """
    end = len(data) - _END.size
    mark, *_disks, count, size, start, comment = _END.unpack_from(data, end) if end > 0 else (b"", 0, 0, 0, 0, 0)
    parts = sorted(archive.infolist(), key=lambda part: part.header_offset)
    if (mark, comment, start + size, count) != (b"PK\x05\x06", 0, end, len(parts)):
        return False
    place = 0
    for number, part in enumerate(parts):
        following = parts[number + 1].header_offset if number + 1 < len(parts) else start
        if part.header_offset != place or not _agrees(data, part, following):
            return False
        place = following
    return True


def _agrees(data: bytes, part: zipfile.ZipInfo, following: int) -> bool:
    """Whether a part's own head says what the directory says, and its content ends where the next begins."""
    if part.header_offset + _LOCAL.size > len(data):
        return False
    mark, _version, flags, method, _time, _date, _crc, _packed, _size, named, extra = _LOCAL.unpack_from(
        data, part.header_offset
    )
    first = part.header_offset + _LOCAL.size
    # The separator of Windows is none in an archive: such a file is packed anew.
    is_same = "\\" not in part.orig_filename and data[first : first + named].decode("utf-8", "replace") == part.orig_filename
    gap = following - (first + named + extra + part.compress_size)
    is_close = gap in _DESCRIPTORS if flags & _DESCRIBED else gap == 0
    told = (mark, flags, method) == (b"PK\x03\x04", part.flag_bits, part.compress_type)
    return told and is_same and is_close and extra <= MAXIMUM_EXTRA


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """The parts alone, compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fresh:
        for path, body in parts:
            # A bare ZipInfo would be stored as it is, and the file grow many times.
            fresh.writestr(zipfile.ZipInfo(path, DATE), body, compress_type=zipfile.ZIP_DEFLATED)
    return target.getvalue()

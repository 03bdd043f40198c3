#!/usr/bin/env python3
"""Writes Sources/RecitePresentation/DisplayWidthTable.swift from Python's own copy of the Unicode data.

    python3 .tools/make-width-table.py

Wide are the characters of East Asian width W and F; zero are marks (Mn, Me), format characters (Cf but
the soft hyphen) and the medial and final Hangul jamo, which join the syllable before them. Ambiguous are
those of East Asian width A.
"""
import pathlib
import unicodedata


def ranges(wanted):
    found, start = [], None
    for code in range(0x110000):
        if wanted(code):
            start = code if start is None else start
        elif start is not None:
            found.append((start, code - 1))
            start = None
    return found


def is_zero(code):
    if code == 0xAD:
        return False
    return unicodedata.category(chr(code)) in ("Mn", "Me", "Cf") or 0x1160 <= code <= 0x11FF


def is_wide(code):
    return not is_zero(code) and unicodedata.east_asian_width(chr(code)) in ("W", "F")


def is_ambiguous(code):
    # Private use says nothing of itself, and takes one column nearly everywhere.
    is_private = unicodedata.category(chr(code)) == "Co"
    return not is_zero(code) and not is_private and unicodedata.east_asian_width(chr(code)) == "A"


def table(name, comment, found):
    lines = [f"  /// {comment}", f"  static let {name}: [UInt32] = ["]
    row = "   "
    for first, last in found:
        entry = f" 0x{first:X}, 0x{last:X},"
        if len(row) + len(entry) > 98:
            lines.append(row)
            row = "   "
        row += entry
    return lines + [row, "  ]"]


lines = [
    "/// Which characters take no column and which take two; made by `.tools/make-width-table.py`.",
    "///",
    f"/// - Source: Unicode {unicodedata.unidata_version}, EastAsianWidth and General_Category.",
    "enum DisplayWidthTable {",
    *table("zero", "First and last of each run of characters without a width, ascending.", ranges(is_zero)),
    "",
    *table("wide", "First and last of each run of characters two columns wide, ascending.", ranges(is_wide)),
    "",
    *table(
        "ambiguous",
        "First and last of each run of characters that some terminals make two columns wide, ascending.",
        ranges(is_ambiguous),
    ),
    "}",
]
target = pathlib.Path(__file__).parent.parent / "Sources/RecitePresentation/DisplayWidthTable.swift"
target.write_text("\n".join(lines) + "\n")

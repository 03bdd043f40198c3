#!/usr/bin/env python3
"""Writes Sources/CShipped/lessons.inc: the files of Lessons/ as C arrays, each distinct content once.

    python3 .tools/list-shipped.py

A test fails when the list and the folder differ.
"""
import pathlib

root = pathlib.Path(__file__).parent.parent
files = sorted(p for p in (root / "Lessons").rglob("*") if p.is_file() and p.suffix in (".md", ".geojson", ".txt"))
names, rows, arrays = {}, [], []
for file in files:
    content = file.read_bytes()
    if content not in names:
        names[content] = f"lesson_{len(names)}"
        arrays += [
            f"static const unsigned char {names[content]}[] = {{",
            f'#embed "../../{file.relative_to(root).as_posix()}"',
            "};",
        ]
    path = file.relative_to(root / "Lessons").as_posix()
    rows.append((path.encode(), f'    {{"{path}", {names[content]}, sizeof {names[content]}}},'))
lines = ["/* Made by .tools/list-shipped.py from the folder Lessons/. */", *arrays, ""]
lines += ["static const struct shipped_file lessons[] = {", *(row for _, row in sorted(rows)), "};"]
(root / "Sources/CShipped/lessons.inc").write_text("\n".join(lines) + "\n")

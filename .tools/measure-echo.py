#!/usr/bin/env python3
"""Measures how long a key takes from being pressed to being seen, beside a bare libedit loop.

    .tools/measure-echo.py [KEYS] [PROGRAM ARGUMENT...]

Without a program it measures the line probe: swift build -c release --product line-probe first.
Both programs run at the same time, each on a pseudo-terminal of its own, and are asked in turn,
so that a busy machine is busy for both. Needs a C compiler and libedit-dev.
"""
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time

BARE = r"""
#include <histedit.h>
#include <locale.h>
#include <stdio.h>
static char *prompt(EditLine *line) { (void)line; return "bare> "; }
int main(void) {
  int count;
  setlocale(LC_CTYPE, "C.UTF-8");
  EditLine *line = el_init("bare", stdin, stdout, stderr);
  el_set(line, EL_PROMPT, prompt);
  el_set(line, EL_EDITOR, "emacs");
  while (el_gets(line, &count) && count > 0) {}
  el_end(line);
}
"""


class Program:
    def __init__(self, words):
        self.times = []
        child, self.master = pty.fork()
        if child == 0:
            settings = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent"}
            os.execve(words[0], words, settings | {"PATH": os.environ["PATH"]})
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.settle(1.0)

    def settle(self, first):
        """Reads until nothing comes any more."""
        wait = first
        while select.select([self.master], [], [], wait)[0]:
            if not os.read(self.master, 1 << 16):
                return
            wait = 0.05

    def press(self, key):
        begun = time.perf_counter_ns()
        os.write(self.master, key)
        seen = b""
        while key not in seen:
            if not select.select([self.master], [], [], 5)[0]:
                sys.exit(f"no echo of {key!r}, seen {seen!r}")
            seen += os.read(self.master, 1 << 16)
        self.times.append(time.perf_counter_ns() - begun)

    def clear(self):
        os.write(self.master, b"\x15")
        self.settle(0.02)

    def report(self, name):
        times = sorted(self.times)
        parts = (0.5, 0.9, 0.99, 0.999)
        shown = "  ".join(
            f"p{part * 100:g} {times[int(part * (len(times) - 1))] / 1e6:.3f}" for part in parts)
        print(f"{name:12} {len(times)} keys, ms: {shown}  max {times[-1] / 1e6:.3f}")


def main():
    words = sys.argv[1:]
    keys = int(words.pop(0)) if words and words[0].isdigit() else 4000
    probe = os.path.join(os.path.dirname(__file__), "..", ".build", "release", "line-probe")
    words = words or [os.path.abspath(probe)]
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, "bare")
        compiler = ["cc", "-O2", "-x", "c", "-", "-o", bare, "-ledit"]
        subprocess.run(compiler, input=BARE.encode(), check=True)
        ours, theirs = Program(words), Program([bare])
        for number in range(keys):
            key = b"abcdefghijklmnopqrstuvwxyz"[number % 26 :][:1]
            for program in (ours, theirs) if number % 2 else (theirs, ours):
                program.press(key)
                if number % 52 == 51:
                    program.clear()
        ours.report("ours")
        theirs.report("bare libedit")


main()

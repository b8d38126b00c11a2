#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a user sees, from outside: the X server's pixels. From the command to the window, to the text, to the preview; from a key to its letter in the editor and in
# the preview; and the memory of all processes together. `packaging/dev bench screen`; needs a display without a compositor (Xvfb) that nobody else uses.

import ctypes as c
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

STARTS = 5
KEYS = 60
KEY_INTERVAL = 0.25  # seconds
PATIENCE = 20
KEY_PATIENCE = 2

x11 = c.CDLL("libX11.so.6")
xtst = c.CDLL("libXtst.so.6")


class Image(c.Structure):
    _fields_ = [("width", c.c_int), ("height", c.c_int), ("xoffset", c.c_int), ("format", c.c_int), ("data", c.c_void_p),
                ("byte_order", c.c_int), ("bitmap_unit", c.c_int), ("bitmap_bit_order", c.c_int), ("bitmap_pad", c.c_int),
                ("depth", c.c_int), ("bytes_per_line", c.c_int)]


x11.XOpenDisplay.restype = c.c_void_p
x11.XDefaultRootWindow.argtypes = [c.c_void_p]
x11.XDefaultRootWindow.restype = c.c_ulong
x11.XGetImage.argtypes = [c.c_void_p, c.c_ulong, c.c_int, c.c_int, c.c_uint, c.c_uint, c.c_ulong, c.c_int]
x11.XGetImage.restype = c.POINTER(Image)
x11.XDestroyImage.argtypes = [c.POINTER(Image)]
x11.XSync.argtypes = [c.c_void_p, c.c_int]
x11.XStringToKeysym.restype = c.c_ulong
x11.XKeysymToKeycode.argtypes = [c.c_void_p, c.c_ulong]
xtst.XTestFakeKeyEvent.argtypes = [c.c_void_p, c.c_uint, c.c_int, c.c_ulong]

display = x11.XOpenDisplay(None)
if not display:
    sys.exit("bench_screen: needs a display")
root = x11.XDefaultRootWindow(display)
key_x = x11.XKeysymToKeycode(display, x11.XStringToKeysym(b"x"))


def grab(box):
    x, y, width, height = box
    image = x11.XGetImage(display, root, x, y, width, height, 0xFFFFFFFF, 2)
    data = c.string_at(image.contents.data, image.contents.bytes_per_line * height)
    x11.XDestroyImage(image)
    return data


def press():
    xtst.XTestFakeKeyEvent(display, key_x, True, 0)
    xtst.XTestFakeKeyEvent(display, key_x, False, 0)
    x11.XSync(display, False)


def nearly_same(one, other):
    """The caret blinks: a line of its height may differ."""
    if one == other:
        return True
    step = 64
    different = sum(one[i:i + step] != other[i:i + step] for i in range(0, len(one), step))
    return different <= 60


def window_box():
    out = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "quillway"], capture_output=True, text=True).stdout.split()
    for window in out:
        shape = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True).stdout
        values = dict(line.split("=") for line in shape.split() if "=" in line)
        if int(values["WIDTH"]) > 400:
            return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
    return None


def processes_of(program):
    """The program and all that it started."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                children.setdefault(int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]), []).append(int(entry.name))
            except OSError:
                pass
    found, waiting = [], [program.pid]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def memory(program):
    total = 0
    for pid in processes_of(program):
        try:
            for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            pass
    return total / 1024


def start(site):
    return subprocess.Popen([quillway, site], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def end(program):
    program.terminate()
    try:
        program.wait(10)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    time.sleep(0.5)


def boxes(window):
    """Parts of the editor and of the preview that have text in them, by the window's first layout."""
    x, y, width, height = window
    return {"text": (x + int(width * 0.34), y + int(height * 0.36), int(width * 0.33), int(height * 0.45)),
            "preview": (x + int(width * 0.75), y + int(height * 0.12), int(width * 0.2), int(height * 0.7))}


def measure_start(site, parts):
    before = {name: grab(box) for name, box in parts.items()}
    began = time.monotonic()
    program = start(site)
    seen = {name: [] for name in parts}
    last = dict(before)
    while time.monotonic() - began < 5:
        for name, box in parts.items():
            now = grab(box)
            if now != last[name]:
                last[name] = now
                seen[name].append((time.monotonic() - began, now))
        time.sleep(0.002)
    result = {"memory": memory(program)}
    window = [frames[0][0] for frames in seen.values() if frames]
    result["window"] = min(window) * 1000 if window else None
    for name, frames in seen.items():
        final = last[name]
        at = None
        for moment, frame in reversed(frames):
            if not nearly_same(frame, final):
                break
            at = moment
        result[name] = at * 1000 if at is not None else None
    end(program)
    return result


def until_changed(box, before, began):
    while time.monotonic() - began < KEY_PATIENCE:
        if grab(box) != before:
            return (time.monotonic() - began) * 1000
    return None


def measure_keys(site, parts):
    program = start(site)
    time.sleep(5)
    x, y, width, _ = parts["text"]
    subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + 60), "click", "1"], check=False)
    time.sleep(1)
    times = {name: [] for name in parts}
    for _ in range(KEYS):
        before = {name: grab(box) for name, box in parts.items()}
        began = time.monotonic()
        press()
        for name, box in parts.items():
            taken = until_changed(box, before[name], began)
            if taken is not None:
                times[name].append(taken)
        time.sleep(max(0, KEY_INTERVAL - (time.monotonic() - began)))
    end(program)
    return times


def report(what, values, unit="ms"):
    values = sorted(value for value in values if value is not None)
    if not values:
        print(f"{what:44} never")
        return
    at = lambda share: values[int(share * (len(values) - 1))]
    print(f"{what:44} median {at(0.5):7.1f} {unit}   95% {at(0.95):7.1f} {unit}   most {values[-1]:7.1f} {unit}   of {len(values)}", flush=True)


def long_post(folder):
    (folder / "posts").mkdir()
    (folder / "quillway.toml").write_text("title = 'Long'\n")
    body = "".join(f"Paragraph {n} with *emphasis*, `code` and a [link](https://example.org/) in it, as long as prose is.\n\n" for n in range(2500))
    (folder / "posts" / "2024-05-01-long.md").write_text("---\ntitle: Long\ndate: 2024-05-01\n---\n\n" + body)


def bench(name, site):
    program = start(site)
    began = time.monotonic()
    window = None
    while not window and time.monotonic() - began < PATIENCE:
        time.sleep(0.2)
        window = window_box()
    time.sleep(2)
    end(program)
    if not window:
        sys.exit("bench_screen: no window appeared")
    parts = boxes(window)
    starts = [measure_start(site, parts) for _ in range(STARTS)]
    for part in ("window", "text", "preview"):
        report(f"{name}: from the command to the {part}", [each[part] for each in starts])
    report(f"{name}: memory of all processes (PSS)", [each["memory"] for each in starts], "MiB")
    for part, times in measure_keys(site, parts).items():
        report(f"{name}: from a key to the {part}'s pixels", times)


checkout = pathlib.Path(__file__).resolve().parents[3] if len(sys.argv) < 2 else pathlib.Path(sys.argv[1])
quillway = str(pathlib.Path(__file__).resolve().parents[1] / "bin" / "quillway")
with tempfile.TemporaryDirectory() as folder:
    sample = pathlib.Path(folder) / "sample"
    shutil.copytree(checkout / "resources" / "sample-blog", sample)
    bench("sample blog", str(sample))
    long_site = pathlib.Path(folder) / "long"
    long_site.mkdir()
    long_post(long_site)
    bench("5,000 lines", str(long_site))
    if corpus := os.environ.get("QUILLWAY_BENCH_CORPUS"):
        large_site = pathlib.Path(folder) / "large"
        shutil.copytree(corpus, large_site)
        bench(f"{len(os.listdir(large_site / 'posts')):,} posts", str(large_site))

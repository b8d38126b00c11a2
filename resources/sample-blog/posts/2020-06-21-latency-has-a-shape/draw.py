#!/usr/bin/env python3
"""Simulates a minute of a service that stops every fifteen seconds, and draws each request as a dot.

usage: draw.py minutes.png
"""
import math
import random
import struct
import sys
import zlib

WIDTH, HEIGHT = 1600, 800
SECONDS, REQUESTS = 60, 26_000
LOWEST, HIGHEST = 0.006, 1.6  # seconds, the ends of the upward scale

PAPER, GRID, RARE, MANY = (0x16, 0x1B, 0x1F), (0x2A, 0x32, 0x38), (0x5F, 0xB3, 0xC4), (0xF2, 0xE3, 0xC1)


def simulate(random_numbers):
    """Pairs of arrival and latency, in seconds."""
    pauses = [(start, start + 1.1) for start in (7, 22, 37, 52)]
    for _ in range(REQUESTS):
        arrival = random_numbers.random() * SECONDS
        latency = 0.0105 * math.exp(abs(random_numbers.gauss(0, 0.32)))
        if random_numbers.random() < 0.02:
            latency += 0.028  # misses the cache and asks somebody else
        end = next((end for start, end in pauses if start <= arrival < end), arrival)
        yield arrival, latency + end - arrival


def place(arrival, latency):
    height = math.log(latency / LOWEST) / math.log(HIGHEST / LOWEST)
    return int(arrival / SECONDS * WIDTH), HEIGHT - 1 - int(height * HEIGHT)


def count_dots(requests):
    """How often each pixel is hit; a dot is two pixels wide and high."""
    hits = {}
    for request in requests:
        x, y = place(*request)
        for spot in ((x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)):
            hits[spot] = hits.get(spot, 0) + 1
    return hits


def picture(hits):
    """Rows of palette indices: 0 paper, 1 grid, 2 to 15 more and more requests."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for latency in (0.01, 0.1, 1):
        rows[place(0, latency)[1]] = bytearray([1]) * WIDTH
    for (x, y), count in hits.items():
        if 0 <= x < WIDTH and 0 <= y < HEIGHT:
            rows[y][x] = min(15, 1 + count)
    return rows


def write_png(path, rows):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    palette = bytes(PAPER + GRID)
    for step in range(14):
        palette += bytes(round(a + (b - a) * step / 13) for a, b in zip(RARE, MANY))
    lines = b"".join(b"\0" + bytes(a << 4 | b for a, b in zip(row[::2], row[1::2])) for row in rows)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)))
        file.write(chunk(b"PLTE", palette))
        file.write(chunk(b"IDAT", zlib.compress(lines, 9)))
        file.write(chunk(b"IEND", b""))


def main():
    requests = list(simulate(random.Random(2020)))
    latencies = sorted(latency for _, latency in requests)
    print(f"average {sum(latencies) / len(latencies) * 1000:.0f} ms")
    for share in (0.5, 0.9, 0.99, 0.999):
        print(f"{share:.1%}: {latencies[int(share * len(latencies))] * 1000:.0f} ms")
    write_png(sys.argv[1], picture(count_dots(requests)))


if __name__ == "__main__":
    main()

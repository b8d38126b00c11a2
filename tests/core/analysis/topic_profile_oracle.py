#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of the rules for topic profiles, by brute force and with no thought of speed.

    topic_profile_oracle.py STOPWORDS < sites.jsonl > profiles.jsonl

A line of input is a site: {"settings": {...}, "build_date": ISO, "topic": {...}, "posts": [{...}]}; a line of output its profile.
"""
import json
import sys
import unicodedata
from datetime import datetime, timedelta, timezone
from fractions import Fraction

STOP_WORDS = set()


def zone(text):
    if text == "UTC":
        return timezone.utc
    hours, minutes = text[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if text[0] == "-" else offset)


def moment(text, default):
    at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return at if at.tzinfo else at.replace(tzinfo=default)


def key(tag):
    return unicodedata.normalize("NFC", tag.strip().lower())


def tags_of(post):
    """Without repeats, the first spelling of each."""
    seen = {}
    for tag in post["tags"]:
        seen.setdefault(key(tag), tag.strip())
    return {k: v for k, v in seen.items() if k}


def words(title):
    text = "".join("'" if c == "\u2019" else c for c in title.lower())
    runs, run = [], ""
    for c in text + " ":
        if unicodedata.category(c)[0] == "L" or unicodedata.category(c) == "Nd" or c in "+#'":
            run += c
        else:
            runs.append(run)
            run = ""
    for run in runs:
        word = run.strip("'")
        if word.endswith("'s"):
            word = word[:-2].strip("'")
        if len(word) > 1 and not all(unicodedata.category(c) == "Nd" for c in word):
            yield word


def normal_stop_words(extra):
    result = set()
    for word in list(STOP_WORDS) + extra:
        parts = list(words(word))
        if len(parts) == 1:
            result.add(parts[0])
    return result


def profile(site):
    settings = site["settings"]
    default = zone(settings.get("time_zone", "UTC"))
    build = moment(site["build_date"], timezone.utc)
    published = [dict(p, at=moment(p["date"], default)) for p in site["posts"] if not p.get("draft")]
    published = [p for p in published if p["at"] <= build]

    spellings = {}
    for post in published:
        for k, spelling in tags_of(post).items():
            spellings.setdefault(k, []).append(spelling)
    shown = {}
    for k, all_spellings in spellings.items():
        most = max(all_spellings.count(s) for s in all_spellings)
        shown[k] = min(s for s in all_spellings if all_spellings.count(s) == most)

    topic = site["topic"]
    own = {key(t) for t in topic.get("tags", [])} - {""} or {key(topic["slug"])}
    posts = [p for p in published if set(tags_of(p)) & own or p["slug"] in topic.get("include", [])]
    posts = [p for p in posts if p["slug"] not in topic.get("exclude", [])]
    posts.sort(key=lambda p: p["slug"])
    posts.sort(key=lambda p: p["at"], reverse=True)
    n = len(posts)

    def having(some, k):
        return sum(1 for p in some if k in tags_of(p))

    every = sorted({k for p in posts for k in tags_of(p)})
    adjacent = sorted((k for k in every if k not in own), key=lambda k: (-having(posts, k), k))[:3]

    stop = normal_stop_words(settings.get("stop_words", []))
    appearance = []
    for p in posts:
        for word in words(p["title"]):
            if word not in appearance and word not in stop:
                appearance.append(word)
    titles = {w: sum(1 for p in posts if w in set(words(p["title"]))) for w in appearance}
    motifs = sorted((w for w in appearance if titles[w] >= 2), key=lambda w: (-titles[w], appearance.index(w)))[:4]

    early = newer = []
    if n >= 4:
        old, new = posts[n - n // 2:], posts[:n - n // 2]
        lean = {k: Fraction(having(old, k), len(old)) - Fraction(having(new, k), len(new)) for k in every}
        early = sorted((k for k in every if lean[k] > 0), key=lambda k: (-lean[k], k))[:2]
        newer = sorted((k for k in every if lean[k] < 0), key=lambda k: (lean[k], k))[:2]

    years = [p["at"].year for p in posts]
    per_year = {str(y): years.count(y) for y in range(min(years), max(years) + 1)} if years else {}
    stages = settings["stages"]
    steps = {0: [], 1: [0], 2: [0, 1]}.get(n, [0, n // 2, n - 1])
    names = {1: [0], 2: [0, 2]}.get(n, [0, 1, 2])
    per_minute = settings.get("words_per_minute", 200)
    return {
        "title": topic["title"],
        "count": n,
        "first": posts[-1]["at"].date().isoformat() if n else None,
        "last": posts[0]["at"].date().isoformat() if n else None,
        "adjacent": [shown[k] for k in adjacent],
        "motifs": motifs,
        "early": [shown[k] for k in early],
        "newer": [shown[k] for k in newer],
        "per_year": per_year,
        "minutes": sum(max(1, -(-p["words"] // per_minute)) for p in posts),
        "suggested_path": [{"stage": stages[s], "post": posts[i]["slug"]} for s, i in zip(names, steps)],
        "related": [p["slug"] for p in posts[:settings.get("related", 8)]],
        "posts": [p["slug"] for p in posts],
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                STOP_WORDS.update(line.split())
    for line in sys.stdin.buffer:
        answer = json.dumps(profile(json.loads(line)), ensure_ascii=False, separators=(",", ":"))
        sys.stdout.buffer.write(answer.encode() + b"\n")


if __name__ == "__main__":
    main()

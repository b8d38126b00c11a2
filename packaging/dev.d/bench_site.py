# SPDX-License-Identifier: GPL-3.0-or-later
"""A large site for benchmarks: bench_site.py POSTS SAMPLE FOLDER

Its posts are made from the paragraphs, lists and blocks of code of the sample blog, mixed by chance, the same every time: about 500 words, two blocks of
code, two links to earlier posts and three tags each, over fifteen years. Every tag that is used much is a topic's.
"""

import datetime
import pathlib
import random
import re
import sys

TAGS = """linux databases testing performance storage networks security compilers git debugging latency caching queues memory build-systems deployment
observability documentation sqlite editors terminals parsers concurrency files clocks encoding accessibility typography hardware review""".split()
TOPICS = 12
FIRST_DAY = datetime.date(2010, 1, 4)
DAYS = 15 * 365


def blocks_of(sample):
    """What the sample's posts are made of: paragraphs and lists, and fenced blocks of code."""
    prose, code = [], []
    for post in sorted(sample.glob("posts/**/*.md")):
        body = post.read_text(encoding="utf-8").split("\n---\n", 1)[-1]
        for block in re.findall(r"^```[\s\S]*?^```$|^\S(?:.|\n(?!\n))*", body, re.MULTILINE):
            if block.startswith("```") and "dot" not in block.split("\n", 1)[0]:
                code.append(block)
            elif block[0].isalpha() and "](" not in block and "[^" not in block and "{{" not in block:
                prose.append(block)
    return prose, code


def title_of(chance, prose):
    words = re.findall(r"\b[a-z]{4,}\b", chance.choice(prose))
    return " ".join(chance.sample(words, min(len(words), chance.randint(3, 6)))).capitalize() or "Notes"


def write_posts(chance, count, sample, folder):
    prose, code = blocks_of(sample)
    weights = [1 / (place + 2) for place in range(len(TAGS))]
    names = []
    for number in range(count):
        date = FIRST_DAY + datetime.timedelta(days=number * DAYS // count)
        title = title_of(chance, prose)
        name = f"{number:05}-{re.sub('[^a-z]+', '-', title.lower())}.md"
        tags = sorted(set(chance.choices(TAGS, weights, k=3)))
        parts = [chance.choice(prose) for _ in range(6)] + [chance.choice(code) for _ in range(2)]
        parts += [f"Earlier on this: [{title_of(chance, prose)}]({chance.choice(names)})." for _ in range(2) if names]
        chance.shuffle(parts)
        for place in (5, 2):
            parts.insert(place, f"## {title_of(chance, prose)}")
        head = f'---\ntitle: "{title}"\ndate: {date}\ntags: [{", ".join(tags)}]\nsummary: "{title_of(chance, prose)}."\n---\n\n'
        (folder / "posts" / name).write_text(head + "\n\n".join(parts) + "\n", encoding="utf-8")
        names.append(name)


def main():
    count, sample, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    for part in ("posts", "topics"):
        (folder / part).mkdir(parents=True)
    (folder / "quillway.toml").write_text('title = "A large site"\nbase_url = "https://large.example/"\n')
    write_posts(random.Random(1), count, sample, folder)
    for tag in TAGS[:TOPICS]:
        head = f"---\ntitle: {tag.capitalize()}\ntags: [{tag}]\nfocus: what is said of {tag}\nclaims: [Measure first.]\npath: auto\n---\n"
        (folder / "topics" / f"{tag}.md").write_text(head)


if __name__ == "__main__":
    main()

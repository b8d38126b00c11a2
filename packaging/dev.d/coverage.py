# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of some sources has run: coverage.py BUILD CHECKOUT SOURCE...

Reads what GCC's --coverage left in the build's folder, by gcov. Branches that only an exception takes are not counted, nor are lines with a closing brace
alone, which are what an exception passes. Ends with 1 where not every line or fewer than 95 % of the branches were reached.
"""

import json
import pathlib
import subprocess
import sys

LEAST_BRANCHES = 95  # per cent


def counted(data):
    """The files that gcov tells about for one compiled source."""
    told = subprocess.run(["gcov", "--json-format", "--stdout", "--branch-probabilities", data], check=True, capture_output=True, cwd=data.parent)
    return json.loads(told.stdout)["files"]


def read(build, checkout, source):
    """Counts by line, and by line and number of the branch."""
    lines, branches = {}, {}
    text = [line.strip() for line in (checkout / source).read_text().splitlines()]
    for data in build.rglob(pathlib.Path(source).stem + "*.gcda"):
        for file in counted(data):
            if pathlib.Path(build, file["file"]).resolve() != checkout / source:  # a path of its own, or one that begins in the build's folder
                continue
            for line in file["lines"]:
                number = line["line_number"]
                if text[number - 1] in ("}", "};"):
                    continue
                lines[number] = lines.get(number, 0) + line["count"]
                for index, branch in enumerate(each for each in line["branches"] if not each["throw"]):
                    key = number, line.get("function_name"), index
                    branches[key] = branches.get(key, 0) + branch["count"]
    return lines, branches


def per_cent(counts):
    return 100 * sum(1 for count in counts.values() if count) / len(counts) if counts else 100


def main():
    build, checkout = (pathlib.Path(each).resolve() for each in sys.argv[1:3])
    all_lines, all_branches, isMissing = {}, {}, False
    print(f"{'lines':>13} {'branches':>16}")
    for source in sys.argv[3:]:
        lines, branches = read(build, checkout, source)
        isMissing |= not lines
        all_lines |= {(source, key): count for key, count in lines.items()}
        all_branches |= {(source, key): count for key, count in branches.items()}
        gaps = sorted(number for number, count in lines.items() if not count)
        halves = sorted({key[0] for key, count in branches.items() if not count} - set(gaps))
        print(f"{sum(map(bool, lines.values())):5}/{len(lines):<4}{per_cent(lines):3.0f}%"
              f" {sum(map(bool, branches.values())):6}/{len(branches):<5}{per_cent(branches):3.0f}% {source}")
        if gaps:
            print(f"{'':15}lines not reached: {', '.join(map(str, gaps))}")
        if halves:
            print(f"{'':15}lines with a branch not taken: {', '.join(map(str, halves))}")
    print(f"{per_cent(all_lines):13.1f}% {per_cent(all_branches):14.1f}% all")
    return isMissing or per_cent(all_lines) < 100 or per_cent(all_branches) < LEAST_BRANCHES


if __name__ == "__main__":
    sys.exit(main())

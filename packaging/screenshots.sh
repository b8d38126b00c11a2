#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the pictures of packaging/screenshots: pages of the exported sample blog, light and dark, wide and narrow. Run by
# `packaging/dev screenshots`, which builds the program and gives it a display; with names (`index post`) only those.
set -euo pipefail

checkout=$(cd -- "${BASH_SOURCE[0]%/*}/.." && pwd -P)
readonly checkout
readonly programs=$checkout/build/${QUILLWAY_PRESET:-release}/bin
readonly pictures=$checkout/packaging/screenshots

# A picture is of the same bytes on any day.
readonly build_date=2026-06-01
readonly wide='1280 1440' narrow='390 844'

declare -A pages=(
    [index]=/
    [post]=/posts/how-an-editor-keeps-your-text/
    [markdown]=/posts/what-markdown-can-do-here/
    [topic]=/topics/keeping-data/
    [path]=/paths/software-that-keeps-its-word/
)

work=$(mktemp -d "${TMPDIR:-/tmp}/quillway-pictures.XXXXXX")
server=
trap 'end' EXIT

end() {
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    rm -rf "$work"
}

# Serves the exported site on a free port and prints its address.
serve_site() {
    local line
    "$programs/quillway" export "$checkout/resources/sample-blog" --output "$work/site" --build-date "$build_date" >&2
    mkfifo "$work/address"
    PYTHONUNBUFFERED=1 python3 -m http.server 0 --bind 127.0.0.1 --directory "$work/site" >"$work/address" 2>/dev/null &
    server=$!
    read -r line <"$work/address"
    [[ $line =~ port\ ([0-9]+) ]] || { echo "screenshots: the web server did not start" >&2; exit 1; }
    address=http://127.0.0.1:${BASH_REMATCH[1]}
}

# The list of pictures for page_picture.
list_pictures() {
    local scheme=$1 name
    shift
    for name; do
        echo "$work/$name-$scheme.png $wide $address${pages[$name]}"
        echo "$work/$name-narrow-$scheme.png $narrow $address${pages[$name]}"
    done
}

main() {
    (($#)) || set -- "${!pages[@]}"
    local name picture
    for name; do
        [[ -v pages[$name] ]] || { echo "screenshots: no page '$name': ${!pages[*]}" >&2; exit 2; }
    done
    serve_site
    list_pictures light "$@" | "$programs/page_picture"
    list_pictures dark "$@" | "$programs/page_picture" --dark

    # 128 colours are enough for text, and a quarter of the bytes.
    mkdir -p "$pictures"
    for picture in "$work"/*.png; do
        convert "$picture" -strip +dither -colors 128 -define png:compression-level=9 "PNG8:$pictures/${picture##*/}"
    done
    ls -l "$pictures" >&2
}

main "$@"

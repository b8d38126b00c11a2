#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the pictures of packaging/screenshots: the window with the sample blog and its workspaces, and pages of the exported sample blog, light
# and dark, wide and narrow. Run by `packaging/dev screenshots`, which builds the program and gives it a display, a window
# manager and settings of its own; with names (`window post`) only those.
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

# How the finder gets to each workspace: what is typed in it.
declare -A places=(
    [topic-workspace]='Keeping data'
    [path-workspace]='Software that keeps'
    [tags-workspace]='>All tags'
    [publish-workspace]='>Publish'
)

# Opens a copy of the sample blog: `editor` and `window` of the caller.
open_window() {
    local scheme=$1
    rm -rf "$work/blog" && cp -r "$checkout/resources/sample-blog" "$work/blog"
    mkdir -p "$XDG_CONFIG_HOME/quillway"
    printf '[window]\nappearance=%s\n' "$scheme" >"$XDG_CONFIG_HOME/quillway/quillway.conf"
    "$programs/quillway" "$work/blog" 2>/dev/null &
    editor=$!
    # By its title: the preview within is a window too.
    window=$(xdotool search --sync --onlyvisible --name 'Second Draft' | head -n 1)
    xdotool windowsize "$window" 1440 900
    sleep 2
}

# Takes the picture and closes the window.
take_picture() {
    sleep 4
    import -window "$window" "$work/$1.png"
    kill "$editor"
    wait "$editor" || true
}

# The window as it stands a few seconds after a post was chosen.
take_window() {
    local scheme=$1 editor window
    open_window "$scheme"
    xdotool mousemove --window "$window" 320 525 click 1 mousemove --window "$window" 700 700
    take_picture "window-$scheme"
}

# A workspace, found by its name.
take_place() {
    local name=$1 scheme=$2 editor window
    open_window "$scheme"
    xdotool key --window "$window" ctrl+p
    sleep 1
    xdotool type --window "$window" -- "${places[$name]}"
    sleep 2
    xdotool key --window "$window" Return
    xdotool mousemove --window "$window" 700 880
    take_picture "$name-$scheme"
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
    (($#)) || set -- window "${!places[@]}" "${!pages[@]}"
    local name picture scheme
    local -a names=()
    for name; do
        if [[ $name == window ]]; then
            for scheme in light dark; do take_window "$scheme"; done
        elif [[ -v places[$name] ]]; then
            for scheme in light dark; do take_place "$name" "$scheme"; done
        elif [[ -v pages[$name] ]]; then
            names+=("$name")
        else
            echo "screenshots: no picture '$name': window ${!places[*]} ${!pages[*]}" >&2
            exit 2
        fi
    done
    if ((${#names[@]})); then
        serve_site
        list_pictures light "${names[@]}" | "$programs/page_picture"
        list_pictures dark "${names[@]}" | "$programs/page_picture" --dark
    fi

    # 128 colours are enough for text, and a quarter of the bytes.
    mkdir -p "$pictures"
    for picture in "$work"/*.png; do
        convert "$picture" -strip +dither -colors 128 -define png:compression-level=9 "PNG8:$pictures/${picture##*/}"
    done
    ls -l "$pictures" >&2
}

main "$@"

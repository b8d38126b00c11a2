#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The work of packaging/dev, in the system that it found or made: inside.sh COMMAND [ARGS...]
set -euo pipefail

checkout=$(realpath -- "${BASH_SOURCE[0]}")
readonly checkout=${checkout%/packaging/dev.d/inside.sh}
readonly preset=${QUILLWAY_PRESET:-release}
readonly build=$checkout/build/$preset
readonly sample=$checkout/resources/sample-blog

note() { printf 'dev: %s\n' "$*" >&2; }
die() { printf 'dev: %s\n' "$*" >&2; exit 1; }

# --- Build. All of its output goes to standard error: standard output is the program's.

build() { build_targets all; }

build_targets() {
    mkdir -p "$build"
    (
        flock --nonblock 8 || { note "waiting for another build in $build"; flock 8; }
        configure
        cmake --build "$build" --target "$@" 8>&-
    ) 8>"$build/.lock" >&2
}

# Configures when CMake could not see by itself that it must: another system, other presets, warnings now errors (which
# they stay, so that a call without CI does not compile everything again).
configure() {
    local wanted
    wanted=$(printf '%s\n' "$QUILLWAY_DEV_ENVIRONMENT" && cat "$checkout/CMakePresets.json")
    local -a options=()
    [[ ${CI:-} != true ]] || options=(-DQUILLWAY_WERROR=ON)
    if [[ -e $build/build.ninja && $wanted == "$(cat "$build/.configured" 2>/dev/null)" ]] &&
        { ((!${#options[@]})) || grep -qs '^QUILLWAY_WERROR:BOOL=ON' "$build/CMakeCache.txt"; }; then
        return
    fi
    if [[ -e $build/.configured && $(head -n 1 "$build/.configured") != "$QUILLWAY_DEV_ENVIRONMENT" ]]; then
        # Packages keep their files' old dates, so ninja would not notice new libraries. ccache makes this cheap.
        note "the system to build in has changed: building anew"
        options+=(--fresh)
        [[ ! -e $build/build.ninja ]] || ninja -C "$build" -t clean 8>&- || true
    fi
    (cd "$checkout" && cmake --preset "$preset" "${options[@]}" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache 8>&-)
    printf '%s\n' "$wanted" >"$build/.configured"
}

# --- A display, a session bus and settings of its own for what must not meet the user's. Ends with the script.

private_session() {
    session=$(mktemp -d "${TMPDIR:-/tmp}/quillway.XXXXXX")
    session_processes=()
    trap end_session EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    mkdir -p "$session"/{config,data,state,cache}
    export XDG_CONFIG_HOME=$session/config XDG_DATA_HOME=$session/data XDG_STATE_HOME=$session/state
    export XDG_CACHE_HOME=$session/cache
    export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=xcb
    unset LANGUAGE QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_SCALE_FACTOR WAYLAND_DISPLAY
    start_display
    start_bus
}

start_display() {
    start_server display Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp
    export DISPLAY=:$answer
    unset XAUTHORITY
    # It passes no descriptors on to what it starts.
    start_server windows openbox --sm-disable --startup "sh -c 'echo ready >\"$session/windows\"'"
}

start_bus() {
    start_server bus dbus-daemon --session --nofork --print-address=3
    export DBUS_SESSION_BUS_ADDRESS=$answer
}

# Starts a program and waits for the line that it writes to descriptor 3 once it can be used: `answer`.
start_server() {
    local name=$1
    shift
    mkfifo "$session/$name"
    "$@" 3>"$session/$name" >"$session/$name.log" 2>&1 &
    session_processes+=("$!")
    read -r -t 30 answer <>"$session/$name" || { cat "$session/$name.log" >&2; die "$1 did not start"; }
}

# Runs a command so that a signal to this script ends it at once.
in_session() {
    "$@" <&0 &
    session_processes=("$!" "${session_processes[@]}")
    wait "$!"
}

end_session() {
    local process
    # Ctrl+C arrives twice: from the terminal, and by the end of bubblewrap.
    trap '' HUP INT TERM
    for process in "${session_processes[@]}"; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$session"
}

# --- Commands

run() {
    build
    (($#)) && exec "$build/bin/quillway" "$@"
    if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
        exec "$build/bin/quillway" "$sample"
    fi
    export_sample
}

export_sample() {
    local site=$checkout/build/sample-site
    "$build/bin/quillway" export "$sample" --output "$site"
    cat <<TEXT

There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the editor cannot open. Instead
the sample blog was written to
    $site
To look at it in a browser:
    python3 -m http.server --bind 127.0.0.1 --directory $site 8000
and open http://127.0.0.1:8000/
TEXT
}

run_tests() {
    build
    private_session
    in_session ctest --test-dir "$build" --output-on-failure --no-tests=error --parallel "$(nproc)" "$@"
}

# A site of 10,000 posts, made once, unless QUILLWAY_BENCH_CORPUS names another.
ensure_bench_site() {
    [[ -z ${QUILLWAY_BENCH_CORPUS:-} ]] || return 0
    export QUILLWAY_BENCH_CORPUS=$build/bench-site
    [[ ! -d $QUILLWAY_BENCH_CORPUS ]] || return 0
    note "making a site of 10,000 posts in $QUILLWAY_BENCH_CORPUS"
    rm -rf "$QUILLWAY_BENCH_CORPUS.new"
    python3 "$checkout/packaging/dev.d/bench_site.py" 10000 "$sample" "$QUILLWAY_BENCH_CORPUS.new"
    mv "$QUILLWAY_BENCH_CORPUS.new" "$QUILLWAY_BENCH_CORPUS"
}

# Without names every benchmark, one after the other; a name may be given without its `bench_`.
bench() {
    build
    ensure_bench_site
    private_session
    local -a programs=("$build"/bench/bench_*)
    (($# == 0)) || programs=("${@/#/"$build"/bench/bench_}")
    local program
    for program in "${programs[@]}"; do
        [[ -x $program ]] || die "no benchmark ${program##*/bench_}"
        note "${program##*/}"
        in_session "$program"
    done
}

# The code that no text may be lost in: all of its lines and 95 % of its branches are to be under test.
coverage() {
    local -ra tests=(native_file_system native_file_system_calls history history_faults outside_change recovery_journal recovery_session save_file save_file_faults
        thin_versions trash)
    local -ra sources=(core/base/native_file_system.cpp core/store/{history,history_folder,history_log,private_folder,recovery_journal}.cpp
        core/store/{recovery_records,recovery_session,save_file,thin_versions,tidy_history,trash,write_all}.cpp)
    build_targets "${tests[@]/#/tst_}"
    find "$build" -name '*.gcda' -delete
    local test
    for test in "${tests[@]}"; do
        note "tst_$test"
        QT_QPA_PLATFORM=offscreen "$build/tests/tst_$test" -silent >&2 || die "tst_$test fails"
    done
    python3 "$checkout/packaging/dev.d/coverage.py" "$build" "$checkout" "${sources[@]}"
}

# Other inputs every time; a case that was found is left in the build's folder. With sanitizers: packaging/dev --preset asan fuzz
fuzz() {
    build_targets fuzz_programs
    local -r seconds=${1:-60} seed=$RANDOM data=$checkout/tests/core/text/data posts=$sample/posts
    [[ $seconds =~ ^[0-9]+$ ]] || die "fuzz needs a number of seconds, not $seconds"
    local name dictionary
    for name in front_matter markdown links link_rewriting html_paste import; do
        dictionary=$checkout/tests/fuzz/$name.dict
        [[ -e $dictionary ]] || dictionary=$checkout/tests/fuzz/markdown.dict
        note "$name"
        (cd "$build/fuzz" && nice -n 19 "./fuzz_$name" --seconds "$seconds" --seed "$seed" --dictionary "$dictionary" "$data" "$posts") ||
            die "fuzz_$name has found something: $build/fuzz/fuzz-case.bin"
    done
}

headless() {
    (($#)) || die "headless needs a command"
    private_session
    in_session "$@"
}

screenshots() {
    build
    private_session
    in_session bash "$checkout/packaging/screenshots.sh" "$@"
}

# Fills `files` of the caller: those named, or all of the project's sources, or those of them that differ from HEAD.
list_sources() {
    local which=$1
    shift
    if (($#)); then
        mapfile -d '' -t files < <(realpath --zero -- "$@")
        cd "$checkout"
        return
    fi
    cd "$checkout"
    if [[ $which == all ]]; then
        mapfile -d '' -t files < <(git ls-files -z -- '*.cpp' '*.h')
    else
        mapfile -d '' -t files < <(git diff --name-only --diff-filter=d -z HEAD -- '*.cpp' '*.h'
            git ls-files --others --exclude-standard -z -- '*.cpp' '*.h')
    fi
}

format() {
    local -a files=()
    list_sources all "$@"
    printf '%s\0' "${files[@]}" | xargs --null clang-format -i
}

lint() {
    local depth=full which=all
    while [[ ${1:-} == --* ]]; do
        case $1 in
            --fast) depth=fast ;;
            --changed) which=changed ;;
            *) die "lint knows --fast and --changed, not $1" ;;
        esac
        shift
    done
    local -a files=()
    list_sources "$which" "$@"
    ((${#files[@]})) || { note "no sources to look at"; return; }
    printf '%s\0' "${files[@]}" | xargs --null clang-format --dry-run -Werror
    note "format: ${#files[@]} files as they should be"
    [[ $depth == fast ]] || lint_deep "${files[@]}"
}

# Translations of texts that are not there any more are dropped; one that comes back is in the history.
translations() {
    local tools
    tools=$(qtpaths6 --query QT_INSTALL_BINS)
    cd "$checkout"
    "$tools/lupdate" -silent -I . -locations none -no-obsolete -no-ui-lines -extensions cpp,h ui -ts ui/translations/quillway_*.ts
    local file
    for file in ui/translations/quillway_*.ts; do
        note "$file: $(grep -c '<source>' "$file") texts, $(grep -c 'type="unfinished"' "$file" || true) to be translated"
    done
}

# clang-tidy on the translation units among the files; headers are seen through them.
lint_deep() {
    build
    local file
    local -a units=()
    for file; do
        [[ $file != *.cpp ]] || units+=("$file")
    done
    ((${#units[@]})) || return 0
    # It counts the warnings in other people's headers on standard error, and prints findings on standard output.
    printf '%s\0' "${units[@]}" |
        xargs --null --max-args=1 --max-procs="$(nproc)" clang-tidy -p "$build" --quiet \
            2> >(grep -v 'warnings\? generated' >&2)
    note "clang-tidy: ${#units[@]} files without a finding"
}

command=$1
shift
case $command in
    test) run_tests "$@" ;;
    build) if (($#)); then build_targets "$@"; else build; fi ;;
    run | bench | coverage | fuzz | headless | format | lint | translations | screenshots) "$command" "$@" ;;
    *) die "no command $command" ;;
esac

# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where Quillway is built and run: the system itself where it has the packages (Debian 13 and newer), else a Debian 13
# root in the user's cache folder, entered with bubblewrap. Sourced by packaging/dev; needs $checkout, $preset, $build.
#
#   find_environment   installs or makes what is missing
#   set_variables      exports what programs in it need
#   enter CMD...       replaces this process by CMD in it

readonly suite=trixie
# Raise when the way the root is made changes, so that everyone's is made anew.
readonly recipe=1

cache=${XDG_CACHE_HOME:-$HOME/.cache}/quillway
environment= # "native" or the root's folder

find_environment() {
    local packages key
    packages=$(read_packages)
    key=$(printf '%s\n' "$suite $recipe $(uname -m)" "$packages" | sha256sum)
    key=${key:0:12}
    mkdir -p "$cache"
    if has_native_packages "$cache/root-$key"; then
        environment=native
        [[ -e $cache/native-$key ]] || install_native "$key" "$packages"
    else
        environment=$cache/root-$key
        make_root_once "$packages"
        hold_root
    fi
}

# The package names of packages.txt, one per line.
read_packages() {
    local name _
    while read -r name _; do
        [[ -z $name || $name == \#* ]] || printf '%s\n' "$name"
    done <"$checkout/packaging/packages.txt"
}

# Whether this system's own package archive has what is needed; $1 is the root that is used if not.
# QUILLWAY_ENVIRONMENT=native|root overrides the guess.
has_native_packages() {
    case ${QUILLWAY_ENVIRONMENT:-} in
        native) return 0 ;;
        root) return 1 ;;
    esac
    local ID='' VERSION_ID=''
    # shellcheck disable=SC1091
    [[ -r /etc/os-release ]] && source /etc/os-release
    if [[ $ID == debian ]]; then
        # Testing and unstable have no VERSION_ID.
        ((${VERSION_ID:-99} >= 13))
    else
        # Asking takes a while: once there is a root, the answer is known.
        [[ ! -d $1 ]] && command -v apt-cache >/dev/null && has_candidate qt6-base-dev 6.8 &&
            has_candidate libkf6texttemplate-dev 6
    fi
}

# Whether apt offers the package $1 in version $2 or newer.
has_candidate() {
    local version
    version=$(apt-cache --quiet=2 --no-all-versions show "$1" 2>/dev/null | sed -n 's/^Version: //p')
    [[ -n $version ]] && dpkg --compare-versions "$version" ge "$2"
}

# Installs those of the packages $2 that are missing, and remembers under key $1 that they were all there.
install_native() {
    local -a missing=()
    local name
    while read -r name; do
        [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done <<<"$2"
    ((!${#missing[@]})) || install_packages "${missing[@]}"
    rm -f "$cache"/native-*
    : >"$cache/native-$1"
}

install_packages() {
    command -v apt-get >/dev/null ||
        die "these programs are missing, and there is no apt-get to install them with: $*"
    local -a as_root=()
    if ((EUID)); then
        command -v sudo >/dev/null ||
            die "Debian packages are missing, and without sudo they cannot be installed. Ask root to run:
    apt-get install --no-install-recommends $*"
        as_root=(sudo)
    fi
    note "installing $*"
    # A stale or unreachable third-party source need not stop the packages of the others.
    "${as_root[@]}" apt-get update >&2 || note "apt-get update failed in part; trying with the package lists at hand"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=600 "$@" >&2
}

# Makes the root unless it is there. Two callers wait for each other; the root appears by one rename, when complete.
make_root_once() {
    [[ -d $environment ]] && return
    exec 8>"$cache/lock"
    flock --nonblock 8 || { note "waiting for another call that is making the Debian root"; flock 8; }
    if [[ ! -d $environment ]]; then
        install_root_tools
        make_root "$1"
        remove_old_roots
    fi
    exec 8>&-
}

install_root_tools() {
    local -a missing=()
    command -v mmdebstrap >/dev/null || missing+=(mmdebstrap)
    command -v mount >/dev/null || missing+=(mount)
    command -v bwrap >/dev/null || missing+=(bubblewrap)
    [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]] || missing+=(debian-archive-keyring)
    ((EUID == 0)) || command -v newuidmap >/dev/null || missing+=(uidmap)
    ((!${#missing[@]})) || install_packages "${missing[@]}"
    bwrap --dev-bind / / true ||
        die "bubblewrap cannot make its namespaces here (see the line above); on Debian 13 or newer it is not needed"
}

make_root() {
    local part=$environment.part
    note "making a Debian $suite root in $environment; once, some 2 GB and one or two minutes"
    discard "$cache"/root-*.part
    mkdir -p "$part"
    fill_root "$part" "${1//$'\n'/,}" || { discard "$part"; die "the Debian $suite root could not be made; see above"; }
    # The host's files are mounted over these where it has them.
    rm -f "$part"/etc/{resolv.conf,hosts,machine-id}
    touch "$part"/etc/{resolv.conf,hosts}
    tr -d - </proc/sys/kernel/random/uuid >"$part/etc/machine-id"
    mv --no-target-directory "$part" "$environment"
    note "the Debian $suite root is ready"
}

# Installs Debian with the packages $2 (with commas between) in the folder $1, without manuals and translations.
fill_root() {
    local -a options=(--variant=apt --include="$2"
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*'
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright')
    if ((EUID == 0)); then
        mmdebstrap --mode=root "${options[@]}" "$suite" "$1" >&2
    else
        # By way of an archive, so that the files belong to the user: ssh refuses others' settings, and the user can
        # delete them. /var/tmp, because helpers under other user ids must be able to write and /tmp may be memory.
        TMPDIR=/var/tmp mmdebstrap --mode=unshare --format=tar "${options[@]}" "$suite" - |
            tar --extract --no-same-owner --exclude='./dev/*' --directory="$1"
    fi
}

# Roots for other package lists, except those that something still runs in.
remove_old_roots() {
    local root
    for root in "$cache"/root-*; do
        [[ -d $root && $root != "$environment" ]] || continue
        exec 7<"$root"
        if flock --exclusive --nonblock 7; then
            discard "$root"
        else
            note "keeping $root: in use"
        fi
        exec 7<&-
    done
}

discard() {
    local folder
    for folder; do
        [[ -d $folder ]] || continue
        # Folders without the right to write come so from packages.
        ((EUID == 0)) || chmod --recursive u+rwX "$folder"
        rm --recursive --force "$folder"
    done
}

# The lock lasts as long as any process that was started in the root: see remove_old_roots.
hold_root() {
    exec 9<"$environment"
    flock --shared 9
    [[ -d $environment/usr ]] || die "$environment was just removed by another call; please try again"
}

set_variables() {
    export QUILLWAY_PRESET=$preset QUILLWAY_DEV_ENVIRONMENT=${environment##*/}
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache}
    # A fresh clone elsewhere compiles the same text: let it have the same results.
    export CCACHE_BASEDIR=$checkout CCACHE_NOHASHDIR=true
    # A new root has the same compiler with another time.
    export CCACHE_COMPILERCHECK=content
    program_path=$build/bin:${PATH}
    # Chromium's sandbox refuses to run as root.
    ((EUID)) || export QTWEBENGINE_DISABLE_SANDBOX=1
    if [[ -z ${XDG_RUNTIME_DIR:-} ]]; then
        export XDG_RUNTIME_DIR=$cache/runtime
        mkdir -p "$XDG_RUNTIME_DIR"
        chmod 700 "$XDG_RUNTIME_DIR"
    fi
    set_sanitizers
    if [[ $environment != native ]]; then
        set_root_variables
    elif [[ ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} != *[Uu][Tt][Ff]* ]]; then
        export LC_ALL=C.UTF-8
    fi
}

set_sanitizers() {
    case $preset in
        asan)
            # Debian's libraries have no frame pointers; only the slow unwinder sees through them to what to suppress.
            export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=1:detect_stack_use_after_return=1:fast_unwind_on_malloc=0}
            export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}
            export LSAN_OPTIONS=${LSAN_OPTIONS:-suppressions=$checkout/tests/lsan-suppressions.txt:print_suppressions=0}
            ;;
        tsan)
            export TSAN_OPTIONS=${TSAN_OPTIONS:-suppressions=$checkout/tests/tsan-suppressions.txt:second_deadlock_stack=1:halt_on_error=0}
            ;;
    esac
}

set_root_variables() {
    # What points at the host's libraries and programs must not reach those of the root.
    unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH \
        CMAKE_PREFIX_PATH QT_PLUGIN_PATH QML2_IMPORT_PATH \
        PYTHONHOME PYTHONPATH CC CXX CFLAGS CXXFLAGS LDFLAGS
    # The root has this locale only.
    export LC_ALL=C.UTF-8
    program_path=$build/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    local zone
    if [[ -z ${TZ:-} ]] && zone=$(readlink /etc/localtime) && [[ $zone == */zoneinfo/* ]]; then
        export TZ=${zone#*/zoneinfo/}
    fi
}

enter() {
    if [[ $environment == native ]]; then
        PATH=$program_path exec "$@"
    fi
    local -a mounts=()
    list_mounts
    # The program gets bubblewrap's end as a signal, which it would otherwise outlive.
    exec bwrap "${mounts[@]}" --setenv PATH "$program_path" --chdir "$PWD" -- setpriv --pdeathsig TERM -- "$@"
}

# Fills `mounts` of the caller: the root's system folders, and every other folder of the host at its own place.
list_mounts() {
    local folder name
    mounts=(--ro-bind "$environment/usr" /usr --ro-bind "$environment/etc" /etc --tmpfs /var
        --dev-bind /dev /dev --bind /proc /proc --ro-bind-try /sys /sys)
    for folder in bin sbin lib lib32 lib64 libx32; do
        [[ ! -L $environment/$folder ]] || mounts+=(--symlink "usr/$folder" "/$folder")
    done
    for name in passwd group hosts machine-id; do
        [[ ! -s /etc/$name ]] || mounts+=(--ro-bind "/etc/$name" "/etc/$name")
    done
    # On many systems a link into /run.
    [[ ! -r /etc/resolv.conf ]] || mounts+=(--ro-bind "$(realpath /etc/resolv.conf)" /etc/resolv.conf)
    for folder in /*; do
        case $folder in
            /bin | /sbin | /lib* | /usr | /etc | /var | /dev | /proc | /sys | /boot | /lost+found) continue ;;
        esac
        bind_folder "$folder"
    done
    for folder in "$environment"/var/*; do
        name=/var/${folder##*/}
        case $name in
            /var/tmp) ;;
            /var/run) mounts+=(--symlink /run /var/run) ;;
            /var/lock) mounts+=(--symlink /run/lock /var/lock) ;;
            *) mounts+=(--ro-bind "$folder" "$name") ;;
        esac
    done
    for folder in /var/*; do
        # The root's links point at places of the host, so what they lead to says nothing.
        [[ -L $environment$folder || -e $environment$folder && $folder != /var/tmp ]] || bind_folder "$folder"
    done
}

# Adds one folder of the host to `mounts`; a link as a link; nothing for one that this user may not enter.
bind_folder() {
    if [[ -L $1 ]]; then
        mounts+=(--symlink "$(readlink "$1")" "$1")
    elif [[ -d $1 && -x $1 ]]; then
        mounts+=(--bind "$1" "$1")
    fi
}

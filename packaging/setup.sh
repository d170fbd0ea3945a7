# Sourced by run and test. Makes .venv and installs what is missing; when nothing has changed it starts no program but
# a checksum. Everything it says goes to standard error: standard output belongs to the program that is run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
system_list=$root/packaging/system-packages.txt
lock=$root/packaging/requirements.lock

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# quietly WHAT COMMAND...: its output is shown, in full, only when it fails.
quietly() {
    local what=$1 output
    shift
    if ! output=$("$@" 2>&1 </dev/null); then
        say "$output"
        say "Failed: $what."
        return 1
    fi
}

# What the set-up depends on; ends with a purpose ("app", or "test" for the tests and the demo).
fingerprint() {
    printf '%s %s %s\n' "$root" "$(readlink -f "$venv/bin/python" || true)" "$1"
    sha256sum "$lock" "$system_list" "$root/pyproject.toml" "${BASH_SOURCE[0]}"
}

is_set_up() {
    local stamp=$venv/set-up-for-$1
    [[ -x $venv/bin/python && -f $stamp && $(<"$stamp") == "$(fingerprint "$1")" ]]
}

# The lines of the list that a purpose needs; the test's are the app's and some more.
needed_packages() {
    awk -v purpose="$1" '$0 == "[test]" && purpose == "app" { exit } /^[a-z]/' "$system_list"
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | awk '$1 == "installed" { print $2 }')
    needed_packages "$1" | while read -r name _; do
        grep -qxE "$name(t64)?" <<<"$installed" || printf '%s\n' "$name"
    done
}

apt_install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600)
    [[ $(id -u) == 0 ]] || apt=(sudo "${apt[@]}")
    "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 && return
    "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "$@"
}

install_system_packages() {
    local packages
    if ! command -v apt-get >/dev/null; then
        say "This system has no apt. Please see to it that these libraries are installed (Debian's names):"
        say "$(needed_packages "$1")"
        return
    fi
    mapfile -t packages < <(missing_packages "$1")
    # Debian's python3 comes without ensurepip.
    "$python" -c 'import ensurepip' 2>/dev/null || packages+=("${python##*/}-venv")
    ((${#packages[@]})) || return 0
    if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
        say "You are not root and there is no sudo. Please have these installed: ${packages[*]}"
        return
    fi
    say "  Installing system libraries: ${packages[*]}"
    [[ $(id -u) == 0 ]] || sudo -v || return
    quietly "installing system libraries" apt_install "${packages[@]}"
}

find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$(command -v "$name")
            return
        fi
    done
    fail "Mojo Voice needs Python 3.11 or newer; here is $(python3 --version 2>&1 || echo none)." \
        "Please install python3.11 or newer and start again."
}

# A finished .venv of this checkout and this Python is brought up to date in place; any other is made anew.
make_venv() {
    local stamp
    for stamp in "$venv"/set-up-for-*; do
        if [[ -x $venv/bin/python && -f $stamp && $(head -n 1 "$stamp") == "$(fingerprint "${stamp##*-}" | head -n 1)" ]]; then
            say "  Bringing the Python packages up to date"
            return
        fi
    done
    say "  Installing the pinned Python packages and the starter models (about 0.5 GB to download, 1.1 GB on disk)"
    quietly "making $venv" "$python" -m venv --clear "$venv"
}

install_python_packages() {
    local pip=("$venv/bin/python" -m pip --quiet --no-input --disable-pip-version-check)
    quietly "installing the Python packages" "${pip[@]}" install --require-hashes --no-deps -r "$lock"
    quietly "installing Mojo Voice itself" "${pip[@]}" install --no-deps --no-build-isolation --editable "$root"
}

# set_up PURPOSE
set_up() {
    is_set_up "$1" && return
    (
        flock 9 # two at once: the second waits, then finds everything done
        is_set_up "$1" && exit
        started=$SECONDS
        say "Setting up Mojo Voice; the next start is quick."
        find_python
        install_system_packages "$1"
        make_venv
        rm -f "$venv"/set-up-for-* # from here until the end it is half done
        install_python_packages
        if [[ $1 == test ]]; then fingerprint app >"$venv/set-up-for-app"; fi
        fingerprint "$1" >"$venv/set-up-for-$1"
        say "  Done in $((SECONDS - started)) s."
    ) 9<"$root"
}

#!/usr/bin/env bash
# Install what the system lacks: `system.sh venv` for a virtual environment, `system.sh venv qt` for the program,
# `system.sh java` to validate its papers, `system.sh package` to build the folder of the program.
#
# A bare Debian or Ubuntu has neither ensurepip nor the shared libraries that Qt's wheels leave to the system.
# Nothing is asked of apt where nothing is missing. Without the right to install, the one line to run is printed.
set -euo pipefail

python=${PYTHON:-python3}
missing=()

need_venv() {
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "Python 3.11 or newer is needed and '$python' is not it. Name another: make PYTHON=python3.12 …" >&2
        exit 1
    fi
    "$python" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
}

# What the libraries and plugins of PySide6-Essentials and PySide6-Pdf link to (readelf -d) and do not bring along:
# first what importing QtWidgets and QtPdf takes, then printing, a window on X11, a window on Wayland.
# Where Debian 13 and Ubuntu 24.04 say libglib2.0-0t64 and libcups2t64, those packages provide the older name.
qt_libraries() {
    cat <<'END'
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libbrotlidec.so.1 libbrotli1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libgssapi_krb5.so.2 libgssapi-krb5-2
libstdc++.so.6 libstdc++6
libxkbcommon.so.0 libxkbcommon0
libz.so.1 zlib1g
libzstd.so.1 libzstd1

libcups.so.2 libcups2

libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-glx.so.0 libxcb-glx0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxcb.so.1 libxcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0

libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libwayland-egl.so.1 libwayland-egl1
END
}

need_qt() {
    local known library package
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p)
    while read -r library package; do
        [[ -z $library || $known == *"$library "* ]] || missing+=("$package")
    done < <(qt_libraries)
}

# The few lines that call veraPDF are run from their source, which takes a compiler.
need_java() {
    { command -v java && command -v javac; } >/dev/null || missing+=(default-jdk-headless)
}

# PyInstaller reads libraries with objdump and takes Python's own along; Debian's python3 runs without having it.
need_package() {
    command -v objdump >/dev/null || missing+=(binutils)
    local library
    library=$("$python" -c 'from sysconfig import get_config_var as of; print(of("LIBDIR"), of("INSTSONAME"), sep="/")')
    [[ -e $library ]] || missing+=("$(basename "${library%%.so*}")")
}

install() {
    local line="apt-get install -y --no-install-recommends ${missing[*]}"
    if ! command -v apt-get >/dev/null; then
        echo "The system lacks what these Debian packages bring; install your system's own: ${missing[*]}" >&2
        exit 1
    fi
    local as_root=()
    if [[ $EUID -ne 0 ]]; then
        as_root=(sudo -n)
        if ! sudo -n true 2>/dev/null; then
            printf 'The system lacks some packages. Run this line and then the same make again:\n\n' >&2
            printf '    sudo sh -c "apt-get update && %s"\n\n' "$line" >&2
            exit 1
        fi
    fi
    echo "Installing from the system's packages: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && $line -qq" >/dev/null
}

# Windows and macOS: their Python has venv, and Qt's wheels bring everything.
[[ $(uname) == Linux ]] || exit 0

for what in "$@"; do
    "need_$what"
done
[[ ${#missing[@]} -eq 0 ]] || install

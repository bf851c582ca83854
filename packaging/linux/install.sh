#!/usr/bin/env bash
# Install the built program for one user, without root: `install.sh`; take it away again: `install.sh --remove`.
#
# The program goes to ~/.local/lib, its command to ~/.local/bin, and its entry in the menu, its icon and the kind of
# its files to ~/.local/share. Centres' files, backups and preferences are never touched.
set -euo pipefail

name=cpepa-desktop
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
built=${BUILT:-$here/../../dist/$name}
icons=$here/../../cpepa_desktop/resources/icons

library=$HOME/.local/lib/$name
command=$HOME/.local/bin/$name
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/$name.desktop
kind=$share/mime/packages/$name.xml
theme=$share/icons/hicolor

remove() {
    rm -rf "$library"
    rm -f "$command" "$entry" "$kind" "$theme"/*/apps/"$name".{png,svg}
}

install_program() {
    if [[ ! -x $built/$name ]]; then
        echo "There is no program in $built: make package" >&2
        exit 1
    fi
    mkdir -p "$(dirname "$library")" "$(dirname "$command")"
    cp -r "$built" "$library"
    ln -s "$library/$name" "$command"
    install -D -m 644 "$here/$name.xml" "$kind"
    install -D -m 644 "$icons/program.svg" "$theme/scalable/apps/$name.svg"
    local picture size
    for picture in "$icons"/program/*.png; do
        size=$(basename "$picture" .png)
        install -D -m 644 "$picture" "$theme/${size}x$size/apps/$name.png"
    done
    # By its whole path: a desktop does not always look into ~/.local/bin.
    mkdir -p "$(dirname "$entry")"
    sed -e "s|^Exec=$name|Exec=\"$command\"|" -e "s|^TryExec=$name|TryExec=$command|" \
        "$here/$name.desktop" >"$entry"
}

# What a desktop keeps of these folders; one without these programs looks by itself.
refresh() {
    mkdir -p "$share/mime/packages"
    update-mime-database "$share/mime" 2>/dev/null || true
    update-desktop-database "$share/applications" 2>/dev/null || true
    gtk-update-icon-cache --quiet --ignore-theme-index "$theme" 2>/dev/null || true
}

case ${1:-} in
'')
    remove
    install_program
    refresh
    echo "Installed: $command"
    ;;
--remove)
    remove
    refresh
    echo "Removed. Centres' files, backups and preferences are where they were."
    ;;
*)
    echo "usage: install.sh [--remove]" >&2
    exit 2
    ;;
esac

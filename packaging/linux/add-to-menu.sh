#!/bin/sh
# Puts the program of this folder into the menu of the person who runs it, so that a double click
# opens a book with it. No administrator is needed: all goes below ~/.local/share.
#
#     sh add-to-menu.sh            puts it there, or renews it after the folder was moved
#     sh add-to-menu.sh --remove   takes it away again; books stay where they are
set -eu

id=vn.cellsecretary.cellsecretary
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
program=$(dirname -- "$here")/cellsecretary
share=${XDG_DATA_HOME:-$HOME/.local/share}

renew() {
    for tool in update-desktop-database:applications update-mime-database:mime \
        gtk-update-icon-cache:icons/hicolor; do
        folder=$share/${tool#*:}
        if command -v "${tool%%:*}" >/dev/null && [ -d "$folder" ]; then
            "${tool%%:*}" "$folder" >/dev/null 2>&1 || true
        fi
    done
}

remove() {
    rm -f "$share/applications/$id.desktop" "$share/mime/packages/$id.xml" \
        "$share/metainfo/$id.metainfo.xml"
    for icon in "$share"/icons/hicolor/*/apps/cellsecretary.png \
        "$share"/icons/hicolor/*/apps/cellsecretary.svg; do
        rm -f "$icon"
    done
    renew
}

add() {
    if [ ! -x "$program" ]; then
        echo "$program is not there: leave this script in its place, in the folder of the program." >&2
        exit 1
    fi
    case $program in
    *%*)
        echo "Desktops start nothing from a folder with % in its name: $program" >&2
        exit 1
        ;;
    esac
    mkdir -p "$share/applications" "$share/mime/packages" "$share/metainfo" "$share/icons"
    # In a quoted word of Exec these have a meaning.
    quoted=$(printf '%s' "$program" |
        sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/[\\&|]/\\&/g')
    sed -e "s|^Exec=cellsecretary|Exec=\"$quoted\"|" "$here/$id.desktop" \
        >"$share/applications/$id.desktop"
    cp "$here/$id.mime.xml" "$share/mime/packages/$id.xml"
    cp "$here/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"
    cp -R "$here/icons/." "$share/icons/"
    chmod -R u+w "$share/icons/hicolor"
    renew
    if command -v xdg-mime >/dev/null; then
        xdg-mime default "$id.desktop" \
            application/x-cellsecretary-book application/x-cellsecretary-board
    fi
}

case ${1-} in
'') add ;;
--remove) remove ;;
*)
    echo "usage: sh add-to-menu.sh [--remove]" >&2
    exit 2
    ;;
esac

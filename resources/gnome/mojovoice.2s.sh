#!/bin/sh
# GNOME Shell, by the Argos extension: copy this file (every 2 s, says its name) to ~/.config/argos and make it executable.
# One "mojovoice status --follow" goes on beside it and writes each change to a file: to read that costs next to nothing.
file="${XDG_RUNTIME_DIR:?}/mojovoice-stage"
(
    flock --nonblock 9 || exit # it goes on already
    mojovoice status --follow | while read -r stage; do echo "$stage" >"$file" || exit; done
) 9>"$file.lock" >/dev/null 2>&1 &
read -r stage 2>/dev/null <"$file"
case $stage in
    recording) icon="●" ;;
    transcribing) icon="◐" ;;
    error) icon="⚠" ;;
    offline) icon="–" ;;
    *) icon="○" ;;
esac
echo "$icon"
echo "---"
echo "Mojo Voice: $stage"
echo "Start or stop | bash='mojovoice toggle' terminal=false"
echo "Cancel | bash='mojovoice cancel' terminal=false"

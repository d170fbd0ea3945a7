#!/bin/sh
# KDE Plasma, by the widget "Command Output": its command is this file, every 1000 ms; on click run "mojovoice toggle".
# One "mojovoice status --follow" goes on beside it and writes each change to a file: to read that costs next to nothing.
file="${XDG_RUNTIME_DIR:?}/mojovoice-stage"
(
    flock --nonblock 9 || exit # it goes on already
    mojovoice status --follow | while read -r stage; do echo "$stage" >"$file" || exit; done
) 9>"$file.lock" >/dev/null 2>&1 &
read -r stage 2>/dev/null <"$file"
case $stage in
    recording) echo "● listening" ;;
    transcribing) echo "◐ writing" ;;
    no-speech) echo "∅ heard no speech" ;;
    error) echo "⚠ error" ;;
    loading | "") echo "… loading" ;;
    offline) echo "– off" ;;
    *) echo "○ ready" ;;
esac

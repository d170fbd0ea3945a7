#!/bin/sh
# GNOME Shell, by the Argos extension: copy this file (every 2 s, says its name) to ~/.config/argos and make it executable.
stage=$(mojovoice status)
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

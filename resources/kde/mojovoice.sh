#!/bin/sh
# KDE Plasma, by the widget "Command Output": its command is this file, every 1000 ms; on click run "mojovoice toggle".
case $(mojovoice status) in
    recording) echo "● listening" ;;
    transcribing) echo "◐ writing" ;;
    no-speech) echo "∅ heard no speech" ;;
    error) echo "⚠ error" ;;
    loading) echo "… loading" ;;
    offline) echo "– off" ;;
    *) echo "○ ready" ;;
esac

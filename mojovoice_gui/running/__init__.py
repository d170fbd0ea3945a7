"""The app, run with a tray icon or without one."""

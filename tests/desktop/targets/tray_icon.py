"""A program with a tray icon: prints how it was activated."""

from __future__ import annotations

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon


def main() -> None:
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    picture = QPixmap(32, 32)
    picture.fill(QColor("#d03020"))
    icon = QSystemTrayIcon(QIcon(picture))
    icon.activated.connect(lambda reason: print(reason.name, flush=True))
    icon.show()
    app.exec()


if __name__ == "__main__":
    main()

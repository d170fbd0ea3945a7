"""About and diagnosis: which version, what is wrong, and what to send with a question."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import QProcess, QSize, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from mojovoice_gui.ui.labels import paragraph
from mojovoice_gui.ui.settings.field import choice
from mojovoice_gui.ui.settings.page import Page, in_a_row
from mojovoice_gui.ui.surroundings import Surroundings

ICON = 48


class AboutPage(Page):
    """The report is made by another process: it loads the models to see whether they load."""

    def __init__(self, surroundings: Surroundings, title: str) -> None:
        super().__init__(surroundings, title)
        self._report = QPlainTextEdit()
        self._run = QPushButton(self.tr("&Look at everything"))
        self._copy = QPushButton(self.tr("Cop&y the report"))
        self._doctor = QProcess(self)
        about = self.tr("Mojo Voice {version}, under the MIT licence.").format(version=version("mojovoice"))
        report = self.tr("The report says what dictation needs and what it finds; it holds no dictated word.")
        self.add_widget(self._sign(about))
        self.section(self.tr("Diagnosis"))
        self.add_widget(paragraph(report, can_be_copied=True))
        self.add_widget(in_a_row(self._run, self._copy))
        self._build_report()
        log = self.section(self.tr("Log"))
        self.add(log, choice(self.choices, "log_level", self._levels()))
        self.row(log, "", in_a_row(self._opens_logs()))
        self._copy.setEnabled(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
        self._run.clicked.connect(self._start)
        self._doctor.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._doctor.readyReadStandardOutput.connect(self._read)
        self._doctor.finished.connect(self._finish)
        self._doctor.errorOccurred.connect(lambda _: self._finish())

    def _levels(self) -> tuple[tuple[str, str], ...]:
        return (
            ("error", self.tr("Errors only")),
            ("warning", self.tr("Warnings too")),
            ("info", self.tr("What happens, in short")),
            ("debug", self.tr("Everything: for a diagnosis")),
        )

    def _build_report(self) -> None:
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setPlaceholderText(self.tr("Nothing was looked at yet."))
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setTabChangesFocus(True)
        self._report.setMinimumHeight(12 * self._report.fontMetrics().lineSpacing())
        self.add_widget(self._report)

    def _sign(self, about: str) -> QWidget:
        icon = QLabel()
        icon.setPixmap(QGuiApplication.windowIcon().pixmap(QSize(ICON, ICON), self.devicePixelRatio()))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(icon)
        row.addWidget(paragraph(about, can_be_copied=True), 1)
        return whole

    def _opens_logs(self) -> QPushButton:
        button = QPushButton(self.tr("&Open the folder of the logs"))
        folder = self.surroundings.paths.logs
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        return button

    def _start(self) -> None:
        self._report.clear()
        self._run.setEnabled(False)
        self._run.setText(self.tr("Looking…"))
        program, *arguments = self.surroundings.command
        self._doctor.start(program, [*arguments, "doctor"])

    def _read(self) -> None:
        said = bytes(self._doctor.readAllStandardOutput().data()).decode(errors="replace")
        self._report.appendPlainText(said.rstrip("\n"))

    def _finish(self) -> None:
        self._run.setEnabled(True)
        self._run.setText(self.tr("&Look at everything"))
        self._copy.setEnabled(bool(self._report.toPlainText()))
        if not self._report.toPlainText():
            said = self.tr("The report could not be made: {why}.")
            self._report.setPlainText(said.format(why=self._doctor.errorString()))

"""`SystemLock`: tells when the screen of the system is locked, where the system says so."""

from __future__ import annotations

import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

if sys.platform == "linux":
    from PySide6.QtCore import SLOT, Slot
    from PySide6.QtDBus import QDBusConnection

    _SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
    _SLEEP = "org.freedesktop.login1"

    class SystemLock(QObject):
        """Listens to the screen savers of the session, and to the system going to sleep."""

        locked = Signal()

        def __init__(self, parent: QObject | None = None) -> None:
            super().__init__(parent)
            hear = SLOT("hear(bool)")
            session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
            # PySide describes the slot as bytes, and takes a text alone.
            for name in _SCREEN_SAVERS:
                session.connect("", "", name, "ActiveChanged", self, hear)  # type: ignore[call-overload]
            place, manager = "/org/freedesktop/login1", f"{_SLEEP}.Manager"
            system.connect(_SLEEP, place, manager, "PrepareForSleep", self, hear)  # type: ignore[call-overload]

        @Slot(bool)
        def hear(self, begins: bool) -> None:
            """Hear that a screen saver, or sleep, begins or ends."""
            if begins:
                self.locked.emit()

elif sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _SESSION_CHANGE, _LOCKED = 0x02B1, 0x7

    class _Listener(QAbstractNativeEventFilter):
        def __init__(self, heard: SystemLock) -> None:
            super().__init__()
            self._heard = heard

        def nativeEventFilter(
            self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> object:
            told = wintypes.MSG.from_address(int(message))
            if told.message == _SESSION_CHANGE and told.wParam == _LOCKED:
                self._heard.locked.emit()
            return False, 0

    class SystemLock(QObject):
        """Listens to what Windows tells a window of the session."""

        locked = Signal()

        def __init__(self, parent: QObject | None = None) -> None:
            super().__init__(parent)
            from PySide6.QtGui import QGuiApplication

            self._listener = _Listener(self)
            app = QCoreApplication.instance()
            assert app is not None
            app.installNativeEventFilter(self._listener)
            for window in QGuiApplication.topLevelWindows():
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)

else:

    class SystemLock(QObject):
        """Hears nothing; the pause of sleep is noticed all the same."""

        locked = Signal()

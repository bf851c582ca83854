"""Tests of the strip of notices."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.theme import Wash

ARTICLE = Citation("EPE/873/2023", "ap. 19.1")


def test_a_notice_is_there_until_it_is_closed(qtbot: QtBot) -> None:
    banner = Banner("notice")
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("La carpeta está sincronizada.", Wash.WARNING)
    assert not banner.isHidden()
    banner.clear()
    assert banner.isHidden()

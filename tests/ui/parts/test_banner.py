"""Tests of the strip of notices."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cpepa_desktop.domain.law import Citation
from cpepa_desktop.ui.parts.banner import Banner
from cpepa_desktop.ui.parts.theme import Wash
from tests.ui.hands import click, find

ARTICLE = Citation("EPE/873/2023", "ap. 19.1")


def test_a_notice_is_there_until_it_is_closed(qtbot: QtBot) -> None:
    banner = Banner("notice")
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("La carpeta está sincronizada.", Wash.WARNING)
    assert not banner.isHidden()
    banner.clear()
    assert banner.isHidden()


def test_a_notice_may_have_something_to_do(qtbot: QtBot) -> None:
    banner, done = Banner("notice"), list[str]()
    qtbot.addWidget(banner)
    banner.say("Se ha escrito.", Wash.OK, act=("Abrir la carpeta", lambda: done.append("abierta")))
    act = find(banner, QPushButton, "notice_act")
    assert act.accessibleName() == "Abrir la carpeta"
    click(act)
    assert done == ["abierta"]
    banner.say("Otra cosa.")
    assert act.isHidden()

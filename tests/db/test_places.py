"""Where things stand beside the file, and which places are risky."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpepa_desktop.db.places import (
    attachments_folder,
    backups_folder,
    is_backup,
    is_on_network,
    is_unc,
    kept_attachments_folder,
    mount_type,
    synced_by,
    warnings_about,
)

MOUNTS = r"""
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/export /mnt/centro nfs4 rw 0 0
/dev/sdb1 /mnt/centro/usb vfat rw 0 0
//nas/datos /mnt/unidad\040del\040centro cifs rw 0 0
/dev/sdc1 /media/doble ext4 rw 0 0
ana@host: /media/doble fuse.sshfs rw 0 0
"""


def test_the_folders_stand_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "CPEPA Margen.cpepa"
    assert attachments_folder(path) == tmp_path / "CPEPA Margen.adjuntos"
    assert backups_folder(path) == tmp_path / "CPEPA Margen.copias"
    assert kept_attachments_folder(path) == tmp_path / "CPEPA Margen.copias" / "adjuntos"


def test_files_that_differ_in_the_ending_alone_share_no_folder(tmp_path: Path) -> None:
    folders = {backups_folder(tmp_path / name) for name in ("a.cpepa", "a.db", "a.cpepa.old")}
    assert len(folders) == 3


def test_a_backup_finds_the_attachments_kept_for_it(tmp_path: Path) -> None:
    backup = backups_folder(tmp_path / "centro.cpepa") / "2024-03-14T09-30-00+0000_cierre.cpepa"
    assert is_backup(backup)
    assert not is_backup(tmp_path / "centro.cpepa")
    assert attachments_folder(backup) == kept_attachments_folder(tmp_path / "centro.cpepa")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Gobierno de Aragón", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("Mi unidad", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Nextcloud", "Nextcloud"),
        ("MEGA", "MEGA"),
        ("Megaproyectos", None),
        ("Unidad 3", None),
        ("Cursos", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str | None) -> None:
    path = tmp_path / folder / "Centro" / "centro.cpepa"
    assert synced_by(path) == service
    assert len(warnings_about(path)) == (service is not None)


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".nextcloudsync.log", "Nextcloud"),
        ("notas.txt", None),
    ],
)
def test_a_synced_folder_is_known_by_what_the_service_leaves_in_it(
    tmp_path: Path, marker: str, service: str | None
) -> None:
    (tmp_path / "Cursos").mkdir()
    (tmp_path / marker).touch()
    assert synced_by(tmp_path / "Cursos" / "centro.cpepa") == service


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/centro.cpepa", "ext4"),
        ("/mnt/centro/2024/centro.cpepa", "nfs4"),
        ("/mnt/centro/usb/centro.cpepa", "vfat"),
        ("/mnt/centro2/centro.cpepa", "ext4"),
        ("/mnt/unidad del centro/centro.cpepa", "cifs"),
        ("/media/doble/centro.cpepa", "fuse.sshfs"),
    ],
)
def test_the_nearest_and_last_mount_decides(path: str, kind: str) -> None:
    assert mount_type(Path(path), MOUNTS) == kind


def test_without_mounts_nothing_is_known() -> None:
    assert mount_type(Path("/srv/centro.cpepa"), "") == ""


@pytest.mark.parametrize(
    ("path", "is_network"),
    [
        (r"\\nas\datos\centro.cpepa", True),
        ("//nas/datos/centro.cpepa", True),
        (r"\\?\UNC\nas\datos\centro.cpepa", True),
        (r"\\?\C:\Centro\centro.cpepa", False),
        (r"C:\Centro\centro.cpepa", False),
        ("/srv/centro.cpepa", False),
    ],
)
def test_a_network_path_of_windows_is_known_by_its_writing(path: str, *, is_network: bool) -> None:
    assert is_unc(path) is is_network


def test_a_network_folder_warns(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "centro.cpepa")
    assert warnings_about(tmp_path / "centro.cpepa") == ()
    (warning,) = warnings_about(Path("//nas/datos/centro.cpepa"))
    assert "unidad de red" in warning

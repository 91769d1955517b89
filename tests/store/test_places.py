"""A register on a network folder, or in one that a cloud program copies, is told; others are not."""

import sys
from pathlib import Path

import pytest

from tests.registers import Clerk
from wibdesk.store.places import (
    cloud_of,
    is_network,
    kind_of,
    mounts_of_linux,
    mounts_of_mac,
    on_network,
    remarks,
    sentences,
)

LINUX = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export/home /home/ann nfs4 rw,vers=4.2 0 0
//server/minutes /mnt/council\\040minutes cifs rw,user=ann 0 0
ann@server: /home/ann/remote fuse.sshfs rw 0 0
/dev/sdb1 /media/ann/STICK vfat rw 0 0
short
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@server/minutes on /Volumes/minutes (smbfs, nodev, nosuid, mounted by ann)
server:/export on /Volumes/old on new (nfs)
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/register.wibdesk", False),
        ("/home/bob/register.wibdesk", False),
        ("/home/ann/minutes/register.wibdesk", True),
        ("/mnt/council minutes/register.wibdesk", True),
        ("/home/ann/remote/register.wibdesk", True),
        ("/media/ann/STICK/register.wibdesk", False),
    ],
)
def test_a_network_folder_is_told_by_the_mounts_of_linux(path, network):
    assert is_network(kind_of(Path(path), mounts_of_linux(LINUX))) is network


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/Users/ann/register.wibdesk", False),
        ("/Volumes/minutes/register.wibdesk", True),
        ("/Volumes/old on new/register.wibdesk", True),
    ],
)
def test_a_network_folder_is_told_by_the_mounts_of_a_mac(path, network):
    assert is_network(kind_of(Path(path), mounts_of_mac(MAC))) is network


def test_a_place_of_which_the_system_tells_nothing_is_no_network_folder():
    assert kind_of(Path("/register.wibdesk"), {}) is None
    assert not is_network(None)


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("/home/ann/register.wibdesk", None),
        ("/home/ann/OneDrive - Norbury Council/register.wibdesk", "OneDrive"),
        ("/home/ann/Dropbox/minutes/register.wibdesk", "Dropbox"),
        ("/home/ann/Dropbox (Council)/register.wibdesk", "Dropbox"),
        ("/home/ann/dropboxes/register.wibdesk", None),
        ("/Users/ann/Google Drive/register.wibdesk", "Google Drive"),
        ("/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/register.wibdesk", "Google Drive"),
        ("/Users/ann/Library/CloudStorage/OneDrive-Council/register.wibdesk", "OneDrive"),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/register.wibdesk", "iCloud Drive"),
        ("/Users/ann/Documents/Dropbox", None),
    ],
)
def test_a_cloud_folder_is_told_by_its_name(path, cloud):
    assert cloud_of(Path(path), {}) == cloud


def test_a_cloud_folder_is_told_by_the_environment_and_by_what_lies_there(tmp_path):
    kept = {"OneDriveCommercial": str(tmp_path / "Council"), "OneDrive": ""}
    assert cloud_of(tmp_path / "Council" / "minutes" / "register.wibdesk", kept) == "OneDrive"
    assert cloud_of(tmp_path / "register.wibdesk", kept) is None
    assert cloud_of(tmp_path / "register.wibdesk", {}, [".dropbox.cache"]) == "Dropbox"


def test_a_register_in_a_cloud_folder_opens_and_says_so(tmp_path):
    (tmp_path / "Shared").mkdir()
    (tmp_path / ".dropbox").write_text("")
    clerk = Clerk(tmp_path / "Shared" / "register.wibdesk")
    (remark,) = clerk.desk.remarks
    assert "Dropbox copies" in remark
    clerk.desk.close()


@pytest.mark.skipif(sys.platform != "linux", reason="the mounts of Linux")
def test_a_register_on_this_computer_is_not_remarked_upon(tmp_path):
    assert not on_network(tmp_path)
    assert remarks(tmp_path / "register.wibdesk") == ()


def test_each_kind_of_folder_has_a_sentence(tmp_path):
    network, cloud = sentences(tmp_path, network=True, cloud="OneDrive")
    assert network.startswith(f"The register lies on a network folder, “{tmp_path}”: ")
    assert cloud.startswith(f"The register lies in a folder that OneDrive copies, “{tmp_path}”: ")
    assert all(words.endswith("put backups there.") for words in (network, cloud))
    assert sentences(tmp_path, network=False, cloud=None) == ()

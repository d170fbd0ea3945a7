"""packaging/run: what it installs, when, and what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.desktop.processes import APT

ROOT = Path(__file__).parents[1]
SCRIPTS = [ROOT / "packaging" / name for name in ("run", "test", "lock", "make-demo-sentence", "translate", "setup.sh")]
SYSTEM_PACKAGES = ROOT / "packaging/system-packages.txt"
COREUTILS = ["cat", "chmod", "cp", "dirname", "env", "head", "mkdir", "readlink", "rm", "sha256sum", "sleep"]
TOOLS = [*COREUTILS, "awk", "bash", "flock", "grep"]

# Stands in for Python, pip and the app: notes how it was called, and makes what "-m venv" would make.
PYTHON = """#!/usr/bin/env bash
case "$*" in
    *version_info*) exit "${OLD_PYTHON:-0}" ;;
    *ensurepip*) exit "${NO_ENSUREPIP:-0}" ;;
    --version) echo "Python 3.9.2"; exit ;;
esac
echo "${0##*/} $*" >>"$CALLS"
case "$*" in
    *venv*)
        bin=${@: -1}/bin
        rm -rf "${@: -1}" && mkdir -p "$bin" && cp "$0" "$bin/python" && cp "$0" "$bin/mojovoice"
        ;;
    *pip*) sleep "${PIP_S:-0}"; [[ -z ${BROKEN_PIP:-} ]] || { echo "no such wheel"; exit 1; } ;;
esac
"""
# Stands in for apt-get, dpkg-query and sudo.
APT_GET = """#!/usr/bin/env bash
echo "apt-get $*" >>"$CALLS"
[[ -z ${APT_KNOWS_AFTER_UPDATE:-} ]] || grep -q " update$" "$CALLS"
"""
DPKG_QUERY = '#!/usr/bin/env bash\nprintf "installed %s\\n" $INSTALLED\n'


class Checkout:
    """A checkout of nothing but the scripts, on a machine whose Python, pip and apt only note how they are called."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self.bin = folder / "bin"
        self._calls = folder / "calls"
        self._calls.touch()
        shutil.copytree(ROOT / "packaging", self.root / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.root)
        self.bin.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None, tool
            (self.bin / tool).symlink_to(found)
        self.add_program("id", "#!/usr/bin/env bash\necho 0\n")
        self.add_program("python3", PYTHON)

    def add_program(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script, encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def add_apt(self) -> None:
        self.add_program("apt-get", APT_GET)
        self.add_program("dpkg-query", DPKG_QUERY)

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        given = {"PATH": str(self.bin), "CALLS": str(self._calls), "DISPLAY": ":0", **environment}
        command: list[str | Path] = [self.root / "packaging/run", *arguments]
        return subprocess.Popen(command, env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def run(self, *arguments: str, **environment: str) -> str:
        """What it said, however it ended; ``calls`` are those of this run alone."""
        self._calls.write_text("", encoding="utf-8")
        return self.start(*arguments, **environment).communicate(timeout=20)[0]

    @property
    def calls(self) -> list[str]:
        return self._calls.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def is_call(call: str, *words: str) -> bool:
    return all(word in call for word in words)


def test_the_first_start_sets_up_and_then_runs_the_app(checkout: Checkout) -> None:
    checkout.run("status", "--json")
    venv, packages, project, app = checkout.calls
    assert is_call(venv, "python3 -m venv")
    assert is_call(packages, "pip", "--require-hashes", "--no-deps", "requirements.lock")
    assert is_call(project, "pip", "--no-deps", "--editable", str(checkout.root))
    assert app == "mojovoice status --json"


def test_a_later_start_runs_the_app_and_nothing_else(checkout: Checkout) -> None:
    checkout.run()
    checkout.add_apt()
    assert checkout.run("status", INSTALLED="") == ""
    assert checkout.calls == ["mojovoice status"]


@pytest.mark.parametrize("file", ["requirements.lock", "system-packages.txt", "setup.sh", "../pyproject.toml"])
def test_a_change_of_what_it_depends_on_brings_the_environment_up_to_date(checkout: Checkout, file: str) -> None:
    checkout.run()
    with (checkout.root / "packaging" / file).open("a", encoding="utf-8") as changed:
        changed.write("# changed\n")
    checkout.run()
    assert [call.split()[0] for call in checkout.calls] == ["python", "python", "mojovoice"]  # pip twice; no new .venv


def test_a_set_up_that_broke_off_says_why_in_full_and_is_begun_anew(checkout: Checkout) -> None:
    assert "no such wheel" in checkout.run("status", BROKEN_PIP="yes")
    assert "mojovoice status" not in checkout.calls
    checkout.run("status")
    assert is_call(checkout.calls[0], "venv", "--clear")
    assert checkout.calls[-1] == "mojovoice status"


def test_an_environment_whose_python_is_gone_is_made_anew(checkout: Checkout) -> None:
    checkout.run()
    (checkout.root / ".venv/bin/python").unlink()
    checkout.run()
    assert is_call(checkout.calls[0], "venv", "--clear")


def test_a_checkout_that_was_moved_makes_its_environment_anew(checkout: Checkout) -> None:
    checkout.run()
    checkout.root = checkout.root.rename(checkout.root.with_name("elsewhere"))
    checkout.run()
    assert is_call(checkout.calls[0], "venv", "--clear")


def test_two_starts_at_once_set_up_once(checkout: Checkout) -> None:
    for process in [checkout.start("one", PIP_S="0.2"), checkout.start("two", PIP_S="0.2")]:
        process.communicate(timeout=20)
    assert len([call for call in checkout.calls if "venv --clear" in call]) == 1
    assert {"mojovoice one", "mojovoice two"} <= set(checkout.calls)


def test_an_old_python_is_named_with_what_is_needed(checkout: Checkout) -> None:
    said = checkout.run(OLD_PYTHON="1")
    assert "Mojo Voice needs Python 3.11 or newer; here is Python 3.9.2." in said
    assert checkout.calls == []


def test_a_newer_python_beside_an_old_one_is_taken(checkout: Checkout) -> None:
    checkout.add_program("python3", "#!/usr/bin/env bash\nexit 1\n")
    checkout.add_program("python3.12", PYTHON)
    checkout.run()
    assert is_call(checkout.calls[0], "python3.12 -m venv")


def test_a_system_without_apt_is_told_the_libraries_and_goes_on(checkout: Checkout) -> None:
    said = checkout.run("status")
    assert re.search(r"libportaudio2 +microphone", said)
    assert "xvfb" not in said  # that is for the tests
    assert checkout.calls[-1] == "mojovoice status"


def test_only_missing_libraries_are_installed_in_one_call(checkout: Checkout) -> None:
    checkout.add_apt()
    names = app_packages()
    renamed = [f"{name}t64" if name == "libglib2.0-0" else name for name in names if name != "libportaudio2"]
    checkout.run(INSTALLED=" ".join(renamed))
    (install,) = [call for call in checkout.calls if call.startswith("apt-get")]
    assert install.endswith("install -y --no-install-recommends libportaudio2")


def test_nothing_missing_means_no_apt(checkout: Checkout) -> None:
    checkout.add_apt()
    checkout.run(INSTALLED=" ".join(app_packages()))
    assert [call for call in checkout.calls if call.startswith("apt-get")] == []


def test_a_machine_that_has_no_package_lists_fetches_them(checkout: Checkout) -> None:
    checkout.add_apt()
    checkout.run(INSTALLED="", APT_KNOWS_AFTER_UPDATE="yes")
    words = [call.rpartition("600 ")[2].split()[0] for call in checkout.calls if call.startswith("apt-get")]
    assert words == ["install", "update", "install"]


def test_a_python_without_ensurepip_gets_its_venv_package(checkout: Checkout) -> None:
    checkout.add_apt()
    checkout.run(INSTALLED=" ".join(app_packages()), NO_ENSUREPIP="1")
    assert checkout.calls[0].endswith(" python3-venv")


def test_who_is_not_root_and_has_no_sudo_is_told_what_to_install(checkout: Checkout) -> None:
    checkout.add_apt()
    checkout.add_program("id", "#!/usr/bin/env bash\necho 1000\n")
    said = checkout.run("status", INSTALLED="")
    assert "libportaudio2" in said
    assert checkout.calls[-1] == "mojovoice status"


def test_without_a_screen_and_without_a_word_it_shows_the_demo(checkout: Checkout) -> None:
    said = checkout.run(DISPLAY="")
    assert "There is no screen here" in said
    assert "xvfb" in said  # the demo needs the tests' packages
    assert checkout.calls[-1] == "python -P -m tests.desktop.demo"


def test_the_demo_takes_its_own_words(checkout: Checkout) -> None:
    checkout.run("demo", "--out", "here")
    assert checkout.calls[-1] == "python -P -m tests.desktop.demo --out here"


def test_the_pictures_of_the_readme_are_made_by_the_same_script(checkout: Checkout) -> None:
    checkout.run("screenshots", "--review", "here")
    assert checkout.calls[-1] == "python -P -m tests.desktop.screenshots --review here"


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
def test_the_scripts_pass_shellcheck() -> None:
    command: list[str | Path] = ["shellcheck", "--external-sources", *SCRIPTS, ROOT / ".ci/run"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == ""


def system_packages() -> list[str]:
    return re.findall(r"^([a-z][a-z0-9.+-]+) +\S", SYSTEM_PACKAGES.read_text(encoding="utf-8"), re.MULTILINE)


def app_packages() -> list[str]:
    app = SYSTEM_PACKAGES.read_text(encoding="utf-8").partition("\n[test]\n")[0]
    return [name for name in system_packages() if re.search(rf"^{re.escape(name)} ", app, re.MULTILINE)]


def test_every_program_the_tests_start_comes_with_a_listed_package() -> None:
    of_every_system = {"util-linux"}
    assert set(APT.values()) <= {*system_packages(), *of_every_system}

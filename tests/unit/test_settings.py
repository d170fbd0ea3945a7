"""Settings: whatever the file holds, there are settings, and a sentence for what could not be used."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from mojovoice_gui import settings
from mojovoice_gui.domain import Activation
from mojovoice_gui.errors import SettingsError
from mojovoice_gui.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "config.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_without_a_file_the_defaults_hold_and_nothing_is_wrong(file: Path) -> None:
    assert settings.load(file) == settings.Loaded(Settings())
    assert settings.check(file) == ()
    assert not file.parent.exists()


def test_every_option_is_read_from_its_key(file: Path) -> None:
    loaded = settings.load(
        written(
            file,
            """
            [model]
            target = "large-v3-turbo"
            draft = ""
            language = "DE"
            prompt = "Käthe, naïve"
            device = "cpu"
            compute_type = "float32"
            threads = 2
            [audio]
            device_name = "Yeti"
            timeout_secs = 5
            [hotkey]
            key = "ctrl+alt+space"
            activation = "hybrid"
            cancel_key = ""
            tap_ms = 100
            [output]
            append_space = false
            restore_clipboard = false
            paste_key = "shift+insert"
            [log]
            level = "debug"
            """,
        )
    )
    assert loaded.warnings == ()
    assert loaded.settings == Settings(
        target="large-v3-turbo",
        draft="",
        language="de",
        prompt="Käthe, naïve",
        device="cpu",
        compute_type="float32",
        threads=2,
        microphone="Yeti",
        longest_recording_s=5,
        hotkey="ctrl+alt+space",
        activation=Activation.HYBRID,
        cancel_key="",
        tap_ms=100,
        append_space=False,
        restore_clipboard=False,
        paste_key="shift+insert",
        log_level="debug",
    )
    assert isinstance(loaded.settings.activation, Activation)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("audio.timeout_secs = 4", "audio.timeout_secs is 4, but must be a whole number from 5 to 3600."),
        ("audio.timeout_secs = 3601", "whole number from 5 to 3600"),
        ('audio.timeout_secs = "60"', 'audio.timeout_secs is "60"'),
        ("audio.timeout_secs = true", "audio.timeout_secs is true"),
        ("audio.timeout_secs = 60.5", "audio.timeout_secs is 60.5"),
        ("output.append_space = 1", "output.append_space is 1, but must be true or false."),
        ('hotkey.activation = "press"', 'hotkey.activation is "press", but must be one of hold, toggle, hybrid.'),
        ('model.target = " "', "model.target is"),
        ('model.language = "english"', "must be auto or a language code such as en, de or fr"),
        ('model.mirror = "example.org"', "must be an address that begins with http:// or https://, or empty"),
        ('model.mirror = "https://"', "must be an address"),
        ("model.target = 3", "model.target is 3"),
        ("model.target = [1, 2]", "model.target is [1, 2]"),
        ("log.level = 2026-01-01", 'log.level is "2026-01-01"'),
        ("audio.timeout_secs = nan", "audio.timeout_secs is NaN"),
    ],
)
def test_a_bad_value_gives_a_sentence_and_the_default(file: Path, line: str, said: str) -> None:
    loaded = settings.load(written(file, f"{line}\nhotkey.tap_ms = 300\n"))
    assert loaded.settings == Settings(tap_ms=300)  # the rest of the file still counts
    (warning,) = loaded.warnings
    assert said in warning
    assert warning.endswith("is used.")
    assert settings.check(file) == (warning,)


@pytest.mark.parametrize(
    "content",
    [
        b"[model\n",
        b"target = base",
        b"\xff\xfe",
        b"a = 1\na = 2\n",
        pytest.param(b"a = " + 5000 * b"[", id="deep"),
        pytest.param(b"a = " + 5000 * b"9", id="long number"),
        pytest.param(1_100_000 * b"#", id="large"),
    ],
)
def test_a_file_that_is_not_toml_gives_defaults_and_is_left_as_it_is(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    loaded = settings.load(file)
    assert loaded.settings == Settings()
    (warning,) = loaded.warnings
    assert str(file) in warning
    assert len(settings.check(file)) == 1
    settings.write_default(file)
    assert file.read_bytes() == content


def test_a_file_that_cannot_be_read_gives_defaults_and_says_so(file: Path) -> None:
    file.mkdir(parents=True)  # a folder: unreadable for root, too
    loaded = settings.load(file)
    assert loaded.settings == Settings()
    assert "cannot be read" in loaded.warnings[0]


@pytest.mark.parametrize("folder", ["~nobody-of-this-name/model", "./" + 5000 * "x", "/" + 5000 * "x"])
@pytest.mark.parametrize("key", ["model.target", "model.path"])
def test_a_folder_that_cannot_be_is_left_to_whoever_looks_for_the_model(file: Path, key: str, folder: str) -> None:
    assert settings.load(written(file, f'{key} = "{folder}"\nhotkey.tap_ms = 300\n')).settings.tap_ms == 300


def test_the_mark_that_some_editors_begin_a_file_with_is_no_part_of_it(file: Path) -> None:
    assert settings.load(written(file, "\ufeffhotkey.tap_ms = 300\n")).settings == Settings(tap_ms=300)


def test_a_section_that_is_a_value_is_not_mistaken_for_options(file: Path) -> None:
    loaded = settings.load(written(file, 'model = "base"\nhotkey.key.x = "f9"\n'))
    assert loaded.settings == Settings()
    assert len(settings.check(file)) == 2


def test_unknown_keys_are_no_error_and_check_names_them_with_the_nearest(file: Path) -> None:
    written(file, '[model]\ntarqet = "base"\n[ui]\nscale_preset = "small"\n')
    assert settings.load(file) == settings.Loaded(Settings())
    misspelt, foreign = settings.check(file)
    assert "model.tarqet" in misspelt
    assert "model.target?" in misspelt
    assert "ui.scale_preset is not an option" in foreign


def test_the_file_of_the_old_mojovoice_is_understood(file: Path) -> None:
    written(
        file,
        """
        [model]
        path = ""
        model_id = "openai/whisper-large-v3-turbo"
        language = "en"
        prompt = "mojo"
        [audio]
        sample_rate = 16000
        timeout_secs = 180
        [output]
        append_space = false
        """,
    )
    assert settings.load(file) == settings.Loaded(
        Settings(target="large-v3-turbo", language="en", prompt="mojo", longest_recording_s=180, append_space=False)
    )


def test_an_old_model_folder_counts_only_if_it_holds_a_model_for_this_engine(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    written(file, f'[model]\npath = "{folder}"\nmodel_id = "openai/whisper-small"\ndraft_model_path = "{folder}"\n')
    assert settings.load(file).settings == Settings(target="small")
    (folder / "model.bin").touch()
    assert settings.load(file).settings == Settings(target=str(folder), draft=str(folder))


def test_todays_key_wins_over_the_old_one(file: Path) -> None:
    written(file, '[model]\ntarget = "base.en"\nmodel_id = "openai/whisper-small"\n')
    assert settings.load(file).settings.target == "base.en"
    assert settings.check(file) == ()


def test_a_number_where_words_and_numbers_are_allowed_may_be_written_as_one(file: Path) -> None:
    assert settings.load(written(file, "audio.channel = 2")) == settings.Loaded(Settings(channel="2"))
    assert settings.load(written(file, "audio.channel = 33")).warnings


def test_a_model_folder_is_seen_from_the_settings_file_and_from_home(file: Path) -> None:
    written(file, '[model]\ntarget = "./mine"\ndraft = "~/drafts/small"\n')
    loaded = settings.load(file).settings
    assert loaded.target == str(file.parent / "mine")
    assert loaded.draft == str(Path("~/drafts/small").expanduser())


def test_the_written_file_explains_every_option_and_changes_nothing(file: Path) -> None:
    settings.write_default(file)
    text = file.read_text(encoding="utf-8")
    for option in settings.options().values():
        assert option.help in text
    assert settings.load(file) == settings.Loaded(Settings())
    assert os.listdir(file.parent) == [file.name]  # noqa: PTH208 - hidden files count


def test_the_written_file_with_its_comments_removed_holds_the_defaults(file: Path) -> None:
    settings.write_default(file)
    names = {option.key.split(".")[1] for option in settings.options().values()}
    lines = [line.removeprefix("# ") for line in file.read_text().splitlines()]
    bare = "\n".join(line for line in lines if line.startswith("[") or line.split(" = ")[0] in names)
    sections = {option.key.split(".")[0] for option in settings.options().values()}
    assert tomllib.loads(bare).keys() == sections
    written(file, bare)
    assert settings.load(file) == settings.Loaded(Settings())
    assert settings.check(file) == ()


def test_a_file_that_is_there_is_never_overwritten(file: Path) -> None:
    written(file, 'model.target = "tiny"')
    settings.write_default(file)
    assert file.read_text() == 'model.target = "tiny"'


def test_reset_keeps_what_was_there_beside_it(file: Path) -> None:
    written(file, "not toml at all")
    kept = settings.reset(file)
    assert kept == file.with_name("config.toml.bak")
    assert kept.read_text() == "not toml at all"
    assert settings.check(file) == ()
    assert "model" in file.read_text()


def test_reset_without_a_file_writes_one(file: Path) -> None:
    assert settings.reset(file) is None
    assert file.is_file()


def test_a_folder_that_cannot_be_made_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        settings.write_default(tmp_path / "config" / "config.toml")


def test_every_default_is_among_what_is_allowed(file: Path) -> None:
    for option in settings.options().values():
        assert option.is_table or not option.choices or option.default in option.choices
        if option.limits is not None:
            assert isinstance(option.default, int)
            assert option.limits[0] <= option.default <= option.limits[1]
        assert option.label
        assert option.what_is_allowed


MINE = """# my settings
[hotkey]   # the one on the right
key = 'f8'     # F8!
  tap_ms = 300

[mine]
kept = [1, 2]
[output]
append_space = false
"""


def test_saving_changes_what_was_asked_and_leaves_the_rest_as_it_was_written(file: Path) -> None:
    settings.save(written(file, MINE), {"hotkey": "f9", "append_space": True})
    expected = MINE.replace("'f8'", '"f9"').replace("append_space = false", "append_space = true")
    assert file.read_text() == expected


def test_saving_uncomments_the_line_that_explains_the_option(file: Path) -> None:
    settings.write_default(file)
    before = file.read_text()
    settings.save(file, {"prompt": 'Käthe "K" \\ naïve', "tap_ms": 250})
    expected = before.replace('# prompt = ""', 'prompt = "Käthe \\"K\\" \\\\ naïve"').replace(
        "# tap_ms = 400", "tap_ms = 250"
    )
    assert file.read_text() == expected
    assert settings.load(file) == settings.Loaded(Settings(prompt='Käthe "K" \\ naïve', tap_ms=250))


@pytest.mark.parametrize(
    "text",
    ["", "# nothing", "hotkey.tap_ms = 300", "hotkey = {tap_ms = 300}", "[log]\n", "[model]\n[hotkey]\n[output]\n"],
)
def test_saving_finds_its_place_however_the_file_is_written(file: Path, text: str) -> None:
    before = settings.load(written(file, text)).settings
    settings.save(file, {"hotkey": "f9", "activation": Activation.TOGGLE, "threads": 2, "exact": True})
    saved = replace(before, hotkey="f9", activation=Activation.TOGGLE, threads=2, exact=True)
    assert settings.load(file) == settings.Loaded(saved)


def test_saving_without_a_file_writes_one_with_every_option_explained(file: Path) -> None:
    settings.save(file, {"language": "de"})
    assert settings.load(file).settings == Settings(language="de")
    assert all(option.help in file.read_text() for option in settings.options().values())


@pytest.mark.parametrize("content", ["[model\n", 'hotkey = "f9"', "a = 1\na = 2\n"])
def test_a_file_that_cannot_be_changed_is_left_as_it_is(file: Path, content: str) -> None:
    with pytest.raises(SettingsError):
        settings.save(written(file, content), {"hotkey": "f9"})
    assert file.read_text() == content


def test_a_bad_value_of_another_option_does_not_keep_one_from_saving(file: Path) -> None:
    settings.save(written(file, "audio.timeout_secs = nan\n"), {"tap_ms": 300})
    assert settings.load(file).settings == Settings(tap_ms=300)


def test_a_value_that_is_not_allowed_is_not_saved(file: Path) -> None:
    with pytest.raises(SettingsError, match="whole number from 100 to 2000"):
        settings.save(file, {"tap_ms": 5})
    assert not file.exists()


def test_saving_follows_a_link_and_keeps_the_rights(file: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles/mojovoice.toml", "log.level = 'debug'")
    real.chmod(0o640)
    file.parent.mkdir()
    file.symlink_to(real)
    settings.save(file, {"log_level": "error"})
    assert file.is_symlink()
    assert settings.load(real).settings.log_level == "error"
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in real.parent.iterdir()) == ["mojovoice.toml"]


BY_APPLICATION = """[output]
paste_key = "ctrl+v"

[output.paste_keys]  # mine
firefox = "ctrl+v"  # it knows no other
"org.gnome.Terminal" = "CTRL+SHIFT+V"
XTerm = "type"
"""
ROWS = (("firefox", "ctrl+v"), ("org.gnome.Terminal", "ctrl+shift+v"), ("XTerm", "type"))


def test_a_table_is_read_by_its_lines_sorted_by_name(file: Path) -> None:
    loaded = settings.load(written(file, BY_APPLICATION))
    assert loaded == settings.Loaded(Settings(paste_key="ctrl+v", paste_keys=ROWS))
    assert settings.check(file) == ()


@pytest.mark.parametrize(
    "line",
    ['gimp = "ctrl+w"', "gimp = 3", 'gimp = ["ctrl+v"]', '" " = "type"', 'Firefox = "type"', "gimp.x = 2020-01-01"],
)
def test_a_bad_line_of_a_table_is_said_and_the_others_hold(file: Path, line: str) -> None:
    loaded = settings.load(written(file, BY_APPLICATION + line))
    assert loaded.settings.paste_keys == ROWS
    assert len(loaded.warnings) == 1
    assert settings.check(file) == loaded.warnings


def test_a_value_in_the_place_of_a_table_is_said(file: Path) -> None:
    loaded = settings.load(written(file, 'output.paste_keys = "ctrl+w"'))
    assert loaded.settings == Settings()
    assert len(loaded.warnings) == 1


def test_saving_a_table_changes_its_lines_alone(file: Path) -> None:
    written(file, BY_APPLICATION + 'gimp = "ctrl+w"  # a mistake\n')
    rows = (("emacs", "shift+insert"), ("firefox", "ctrl+v"), ("org.gnome.Terminal", "type"))
    settings.save(file, {"paste_keys": rows})
    assert settings.load(file).settings == Settings(paste_key="ctrl+v", paste_keys=rows)
    text = file.read_text()
    assert "# mine" in text
    assert 'firefox = "ctrl+v"  # it knows no other' in text
    assert 'gimp = "ctrl+w"  # a mistake' in text
    assert "XTerm" not in text


@pytest.mark.parametrize("text", ["", "[output]\nappend_space = false\n", "[log]"])
def test_a_table_finds_its_place_however_the_file_is_written(file: Path, text: str) -> None:
    before = settings.load(written(file, text)).settings
    for rows in (ROWS, ()):
        settings.save(file, {"paste_keys": rows})
        assert settings.load(file) == settings.Loaded(replace(before, paste_keys=rows))


def test_a_table_that_is_a_value_is_left_as_it_is(file: Path) -> None:
    with pytest.raises(SettingsError):
        settings.save(written(file, "output.paste_keys = 3"), {"paste_keys": ROWS})
    assert file.read_text() == "output.paste_keys = 3"


@pytest.mark.parametrize("rows", [(("gimp", "ctrl+w"),), (("", "type"),), (("gimp", "type"), ("GIMP", "auto"))])
def test_a_table_with_a_row_that_is_not_allowed_is_not_saved(file: Path, rows: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(SettingsError):
        settings.save(file, {"paste_keys": rows})
    assert not file.exists()

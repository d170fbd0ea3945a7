"""Which microphone a name means."""

import pytest
import sounddevice

from mojovoice_gui.audio.devices import InputDevice, as_audio_error, choose_device
from mojovoice_gui.errors import AudioError, MicrophoneBusy, MicrophoneDenied, MicrophoneMissing


def device(name: str, description: str = "", *, is_default: bool = False, is_monitor: bool = False) -> InputDevice:
    return InputDevice(name, description, 48_000, 2, 0, name, is_default, is_monitor)


BUILT_IN = device("alsa_input.pci-0000_00_1f.3.analog-stereo", "Built-in Audio", is_default=True)
HEADSET = device("bluez_input.11_22_33", "Marie's Headset")
SPEAKERS = device("alsa_output.pci-0000_00_1f.3.analog-stereo.monitor", "Monitor of Speakers", is_monitor=True)
ALL = (SPEAKERS, BUILT_IN, HEADSET)


def test_without_a_name_it_is_the_default() -> None:
    assert choose_device(ALL) is BUILT_IN


def test_without_a_default_it_is_one_that_hears() -> None:
    assert choose_device((SPEAKERS, HEADSET)) is HEADSET


@pytest.mark.parametrize("name", ["bluez_input.11_22_33", "Marie's Headset", "headset", "BLUEZ"])
def test_a_part_of_the_name_or_the_description_will_do(name: str) -> None:
    assert choose_device(ALL, name) is HEADSET


def test_a_whole_name_wins_over_the_same_words_inside_another() -> None:
    usb, usb_2 = device("usb"), device("usb-2")
    assert choose_device((usb_2, usb), "usb") is usb


def test_a_part_that_fits_several_is_refused_and_names_them() -> None:
    with pytest.raises(MicrophoneMissing, match=f"fits more than one: {SPEAKERS.name}, {BUILT_IN.name}"):
        choose_device(ALL, "analog-stereo")


def test_a_name_that_is_not_there_is_refused_and_names_those_that_are() -> None:
    with pytest.raises(MicrophoneMissing, match=r'"nope" is not there: .*bluez_input\.11_22_33'):
        choose_device(ALL, "nope")


def test_what_the_computer_plays_is_no_microphone_unless_it_is_named() -> None:
    """A sound server without a microphone makes a monitor its default."""
    monitor = device("auto_null.monitor", is_default=True, is_monitor=True)
    with pytest.raises(MicrophoneMissing, match="There is no microphone"):
        choose_device((monitor,))
    assert choose_device((monitor,), "auto_null.monitor") is monitor


def test_nothing_at_all_is_no_microphone() -> None:
    with pytest.raises(MicrophoneMissing, match="There is no microphone"):
        choose_device(())
    with pytest.raises(MicrophoneMissing, match="is not there: none"):
        choose_device((), "headset")


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("Error opening InputStream: Device unavailable", -9985), MicrophoneBusy),
        (
            ("Error starting stream: Unanticipated host error", -9999, (0, -16, "Device or resource busy")),
            MicrophoneBusy,
        ),
        (
            ("Error opening InputStream: Unanticipated host error", -9999, (0, -13, "Permission denied")),
            MicrophoneDenied,
        ),
        (
            ("Error opening InputStream: Unanticipated host error", -9999, (0, -5, "Input/output error")),
            MicrophoneMissing,
        ),
        (("Error opening InputStream: Unanticipated host error", -9999, (0, -19, "No such device")), MicrophoneMissing),
        (("Error opening InputStream: Invalid device", -9996), MicrophoneMissing),
        (("Error querying device -1",), AudioError),
    ],
)
def test_what_portaudio_refuses_is_said_by_its_kind(arguments: tuple[object, ...], kind: type[AudioError]) -> None:
    error = as_audio_error(sounddevice.PortAudioError(*arguments), BUILT_IN)
    assert type(error) is kind
    assert BUILT_IN.name in error.sentence
    assert error.action

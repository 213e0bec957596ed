package hmnet.ground.disaster;

/// Somebody asked for a disaster view while no disaster mode lets them look (災害時モードの外): none holds, or not for their
/// profession or the place of their facility.
public final class DisasterModeOff extends RuntimeException {
    public DisasterModeOff() {
        super("No disaster mode lets the caller look");
    }
}

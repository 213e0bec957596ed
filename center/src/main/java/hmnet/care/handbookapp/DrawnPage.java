package hmnet.care.handbookapp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A page as a device keeps it (控えの一頁).
///
/// @param address where it stands with a network
/// @param title what its link says
/// @param html what stands in the page; the device shows of it what a printer would print
/// @param until from when on what it shows counts no more, or null
public record DrawnPage(
        String address, String title, String html, @Nullable Instant until) {
    private static final String BEGIN = "<main id=\"main\"";
    private static final String END = "</main>";

    /// Of a whole page what is its own: head, menu and foot are those of the device.
    public static DrawnPage of(String address, String title, String page, @Nullable Instant until) {
        var begin = page.indexOf('>', page.indexOf(BEGIN)) + 1;
        var end = page.lastIndexOf(END);
        if (!page.contains(BEGIN) || end < begin) {
            throw new IllegalArgumentException("A page of the layout has one main part: " + address);
        }
        return new DrawnPage(address, title, page.substring(begin, end), until);
    }
}

package hmnet.care.handbookapp;

import java.time.Instant;
import java.util.List;

/// What a device is given to keep (端末に残す控え): the pages of one person as they were at one moment.
///
/// @param whose whose handbook, as in `ResidentCaller.whose`
/// @param name of that person, said at the top of each page
/// @param writes whether measurements can be written down for this person
/// @param until when it ends unless the device asks again
public record HandbookCopy(
        String whose, String name, boolean writes, Instant at, Instant until, List<DrawnPage> pages) {}

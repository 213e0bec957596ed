package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Paper.StoredContent;
import hmnet.formats.model.chart.Sheet;
import java.util.List;

/// A file that is shown and not read, and too large to stand in a record (大きなファイル): the record tells of it and where
/// it lies.
///
/// @param length of what is handed out
/// @param fingerprint of the bytes as they came
/// @param address a URN that names it
public record LargeOtherFile(
        LargeVerdict verdict, long length, String fingerprint, Descriptor descriptor, String address)
        implements FacilityFile {
    private static final byte[] ELSEWHERE = {};

    @Override
    public Format format() {
        return Format.OTHER;
    }

    @Override
    public String version() {
        return "";
    }

    @Override
    public String kind() {
        return verdict.kind().word();
    }

    @Override
    public List<Note> notes() {
        return verdict.notes();
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(
                descriptor.sheet(fingerprint, verdict.contentType(), ELSEWHERE, new StoredContent(address, length)));
    }
}

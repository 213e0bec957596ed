package hmnet.formats.check;

import hmnet.formats.base.Note;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.util.List;

/// A file that is nothing but its sheets (記載だけのファイル).
record OnlySheets(List<Sheet> sheets) implements FacilityFile {
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
        return "";
    }

    @Override
    public List<Note> notes() {
        return List.of();
    }
}

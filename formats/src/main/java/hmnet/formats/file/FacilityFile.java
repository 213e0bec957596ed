package hmnet.formats.file;

import hmnet.formats.chart.Sheet;
import java.util.List;

/// A file of a facility, read (読んだファイル): leniently, every repair noted; untruthfully never.
public interface FacilityFile {
    Format format();

    /// As the file itself names it, empty when it does not.
    String version();

    /// What it is within its format: `OML-11`, `調剤`, `退院時サマリー`.
    String kind();

    List<Note> notes();

    /// One for each patient in the file, in its order; none for a file that tells of no patient.
    List<Sheet> sheets();
}

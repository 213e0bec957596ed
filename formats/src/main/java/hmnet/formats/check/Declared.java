package hmnet.formats.check;

import hmnet.formats.labcsv.LabLayout;
import hmnet.formats.model.code.Equivalents;
import java.util.List;

/// What is known of a facility's files beside the files (取り決め).
///
/// @param layouts how its laboratories lay out theirs, asked before all formats
/// @param tables say what else says the same as a code sent
public record Declared(List<LabLayout> layouts, Equivalents tables) {
    public static final Declared NOTHING = new Declared(List.of(), Equivalents.NONE);

    public Declared {
        layouts = List.copyOf(layouts);
    }

    public static Declared layouts(List<LabLayout> layouts) {
        return new Declared(layouts, Equivalents.NONE);
    }

    public static Declared tables(Equivalents tables) {
        return new Declared(List.of(), tables);
    }
}

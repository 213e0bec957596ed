package hmnet.record.vault;

import java.util.HexFormat;
import java.util.UUID;

/// Of what something is sealed (封緘の単位): each has a key of its own, and is erased alone.
public sealed interface SealedSubject {
    /// Names it among those of its facility.
    String word();

    /// In whose bucket its key lies; empty for what belongs to no chart.
    String number();

    /// What is kept of a chart: rows, claims, notes of staff.
    ///
    /// @param number of the chart
    record OfChart(String number) implements SealedSubject {
        @Override
        public String word() {
            return "chart\n" + number;
        }
    }

    /// Files as they came that name a chart, before anybody has read them.
    ///
    /// @param number as the file names it
    record FilesOfChart(String number) implements SealedSubject {
        @Override
        public String word() {
            return "originals\n" + number;
        }
    }

    /// A file that names no chart, or several.
    ///
    /// @param file its key in the inbox, or its object
    record SingleFile(String file) implements SealedSubject {
        @Override
        public String word() {
            return "original\n" + file;
        }

        @Override
        public String number() {
            return "";
        }
    }

    /// Files as they came: those of a chart together where they name one, else each for itself.
    static SealedSubject original(String number, byte[] key) {
        return number.isEmpty() ? new SingleFile(HexFormat.of().formatHex(key)) : new FilesOfChart(number);
    }

    /// The same for an object of the file store.
    static SealedSubject original(String number, UUID object) {
        return number.isEmpty() ? new SingleFile(object.toString()) : new FilesOfChart(number);
    }
}

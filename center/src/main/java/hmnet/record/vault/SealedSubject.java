package hmnet.record.vault;

import java.util.HexFormat;
import java.util.UUID;

/// Of what something is sealed (封緘の単位): each has a key of its own, and is erased alone.
public sealed interface SealedSubject {
    /// Names it among those of its facility.
    String word();

    /// By what its bucket is found.
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

        /// They lie in all buckets: in one of them millions of files would soon have a leaf in common.
        @Override
        public String number() {
            return file;
        }
    }

    /// Whether a number is one chart's: not where there is none, or an individual number was blotted out in its place.
    static boolean isChart(String number) {
        return !number.isEmpty() && !number.contains("************");
    }

    /// Files as they came: those of a chart together where they name one, else each for itself.
    static SealedSubject original(String number, byte[] key) {
        return isChart(number)
                ? new FilesOfChart(number)
                : new SingleFile(HexFormat.of().formatHex(key));
    }

    /// The same for an object of the file store.
    static SealedSubject original(String number, UUID object) {
        return isChart(number) ? new FilesOfChart(number) : new SingleFile(object.toString());
    }
}

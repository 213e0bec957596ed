package hmnet.formats.ssmix2.storage;

import java.util.Locale;

/// What a file of the standard storage is about (データ種別), with the messages that insert and delete it.
public enum StorageKind {
    ADT_00("ADT-00", "ADT^A08", "ADT^A23", "read single undated"),
    ADT_01("ADT-01", "ADT^A54", "ADT^A55", "read undated"),
    ADT_12("ADT-12", "ADT^A04", "ADT^A11", "read"),
    ADT_21("ADT-21", "ADT^A14", "ADT^A27", "read"),
    ADT_22("ADT-22", "ADT^A01", "ADT^A11", "read"),
    ADT_31("ADT-31", "ADT^A21", "ADT^A52", "read"),
    ADT_32("ADT-32", "ADT^A22", "ADT^A53", "read"),
    ADT_41("ADT-41", "ADT^A15", "ADT^A26", "read"),
    ADT_42("ADT-42", "ADT^A02", "ADT^A12", "read"),
    ADT_51("ADT-51", "ADT^A16", "ADT^A25", "read"),
    ADT_52("ADT-52", "ADT^A03", "ADT^A13", "read"),
    ADT_61("ADT-61", "ADT^A60", "", "read single undated"),
    PPR_01("PPR-01", "PPR^ZD1", "", "read single undated"),
    OMD("OMD", "OMD^O03", "", "read order"),
    OMP_01("OMP-01", "RDE^O11", "", "read order"),
    OMP_11("OMP-11", "RAS^O17", "", "read order"),
    OMP_02("OMP-02", "RDE^O11", "", "read order"),
    OMP_12("OMP-12", "RAS^O17", "", "read order"),
    OML_01("OML-01", "OML^O33", "", "read order"),
    OML_11("OML-11", "OUL^R22", "", "read order"),
    OMG_01("OMG-01", "OMG^O19", "", "read order"),
    OMG_02("OMG-02", "OMG^O19", "", "read order"),
    OMG_03("OMG-03", "OMG^O19", "", "read order"),
    OMG_11("OMG-11", "OMI^Z23", "", "read order"),
    OMG_12("OMG-12", "OMI^Z23", "", "read order"),
    OMG_13("OMG-13", "ORU^R01", "", "read order");

    private final String code;
    private final String insertion;
    private final String deletion;
    private final String traits;

    StorageKind(String code, String insertion, String deletion, String traits) {
        this.code = code;
        this.insertion = insertion;
        this.deletion = deletion;
        this.traits = traits;
    }

    /// As it stands in folder and file names: `OMP-01`.
    public String code() {
        return code;
    }

    /// The message that inserts or updates, such as `RDE^O11`.
    public String insertion() {
        return insertion;
    }

    /// The message that deletes, empty when the same message deletes by its order control.
    public String deletion() {
        return deletion;
    }

    public boolean hasOrderNumber() {
        return traits.contains("order");
    }

    /// Whether a patient has one live file of this kind, for ever.
    public boolean single() {
        return traits.contains("single");
    }

    /// Whether the date of care is `-`.
    public boolean undated() {
        return traits.contains("undated");
    }

    /// Whether its content is taken into the chart; the others are kept as bytes.
    public boolean readable() {
        return traits.contains("read");
    }

    public static StorageKind of(String code) throws BadStorage {
        for (var kind : values()) {
            if (kind.code.equals(code.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new BadStorage("unknown-kind", code);
    }
}

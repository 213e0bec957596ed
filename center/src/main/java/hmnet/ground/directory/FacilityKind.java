package hmnet.ground.directory;

/// What kind of facility takes part (施設区分; F013, F180). The `bit` enters disclosure rules as a mask.
public enum FacilityKind {
    HOSPITAL(0, "hospital"),
    CLINIC(1, "clinic"),
    DENTAL(2, "dental"),
    PHARMACY(3, "pharmacy"),
    VISITING_NURSE(4, "visiting-nurse"),
    CARE(5, "care"),
    LABORATORY(6, "laboratory"),
    CHECKUP(7, "checkup"),
    MUNICIPALITY(8, "municipality"),
    FIRE_COMMAND(9, "fire-command"),
    OFFICE(10, "office"),
    /// The residents' own notebook (ひろしま健康手帳): what a resident enters hangs on a patient of this
    /// facility.
    HANDBOOK(11, "handbook");

    private final int bit;
    private final String word;

    FacilityKind(int bit, String word) {
        this.bit = bit;
        this.word = word;
    }

    /// The word in files, addresses and the database.
    public String word() {
        return word;
    }

    public long mask() {
        return 1L << bit;
    }

    public static FacilityKind of(String word) {
        for (var kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No facility kind is called " + word);
    }
}

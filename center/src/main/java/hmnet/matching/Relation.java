package hmnet.matching;

/// What two charts may have to do with one another (間柄); the weights of each are learned from the charts.
enum Relation {
    SAME,
    MOVED,
    RENAMED,
    FAMILY,
    TWIN,
    STRANGER;

    static final Relation[] ALL = values();

    boolean onePerson() {
        return this == SAME || this == MOVED || this == RENAMED;
    }
}

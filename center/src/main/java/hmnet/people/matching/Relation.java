package hmnet.people.matching;

/// What two charts may have to do with one another (間柄); the weights of each are learned from the charts.
enum Relation {
    SAME(0),
    MOVED(1),
    RENAMED(2),
    FAMILY(3),
    TWIN(4),
    STRANGER(5);

    static final Relation[] ALL = values();

    private final int place;

    Relation(int place) {
        this.place = place;
    }

    /// Where its weights stand in a model.
    int place() {
        return place;
    }

    boolean onePerson() {
        return this == SAME || this == MOVED || this == RENAMED;
    }
}

package hmnet.ground.directory;

/// Which way a facility's data go (開示・閲覧の向き): policy data of the facility.
public enum Direction {
    DISCLOSE_AND_VIEW("disclose+view", true, true),
    VIEW("view", false, true),
    SEND("send", true, false),
    MUNICIPALITY("municipality", false, true),
    /// The emergency doors alone (消防指令センター).
    EMERGENCY("emergency", false, false),
    NONE("none", false, false);

    private final String word;
    private final boolean discloses;
    private final boolean views;

    Direction(String word, boolean discloses, boolean views) {
        this.word = word;
        this.discloses = discloses;
        this.views = views;
    }

    public String word() {
        return word;
    }

    /// Whether what it sends may be shown to others.
    public boolean discloses() {
        return discloses;
    }

    /// Whether its staff may open ordinary charts.
    public boolean views() {
        return views;
    }

    public static Direction of(String word) {
        for (var direction : values()) {
            if (direction.word.equals(word)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("No direction is called " + word);
    }
}

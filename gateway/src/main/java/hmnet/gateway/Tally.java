package hmnet.gateway;

/// How many files were answered, and how (送信件数).
record Tally(long files, long kept, long duplicate, long refused) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(files + other.files, kept + other.kept, duplicate + other.duplicate, refused + other.refused);
    }

    Tally and(Answer.Outcome outcome) {
        return switch (outcome) {
            case KEPT -> new Tally(files + 1, kept + 1, duplicate, refused);
            case DUPLICATE -> new Tally(files + 1, kept, duplicate + 1, refused);
            case REFUSED -> new Tally(files + 1, kept, duplicate, refused + 1);
        };
    }
}

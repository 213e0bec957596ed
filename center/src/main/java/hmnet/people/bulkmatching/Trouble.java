package hmnet.people.bulkmatching;

/// What is wrong with a row (読み取りの問題); the row is left out, or only what cannot be read in it.
enum Trouble {
    COLUMNS("left out, another number of columns than the header"),
    NO_ID("left out, no record_id"),
    REPEATED("left out, its record_id stands in an earlier row"),
    BYTES("not UTF-8, taken as unknown"),
    NO_NAME("no name, never linked without a human"),
    NO_SUCH_DAY("no such birth date, taken as unknown");

    final String words;

    Trouble(String words) {
        this.words = words;
    }
}

package hmnet.consent.proxies;

import hmnet.ground.database.ColumnWord;

/// By what somebody represents another (代理の種類).
public enum ProxyKind implements ColumnWord {
    PARENT("parent", false),
    MINOR_GUARDIAN("minor-guardian", true),
    GUARDIAN("guardian", true),
    CURATOR("curator", true),
    ASSISTANT("assistant", true),
    /// Chosen by the person's own word.
    CHOSEN("chosen", false);

    private final String word;
    private final boolean second;

    ProxyKind(String word, boolean second) {
        this.word = word;
        this.second = second;
    }

    @Override
    public String word() {
        return word;
    }

    /// Whether it counts for nothing before a second officer has seen the paper.
    public boolean needsSecond() {
        return second;
    }

    /// Whether it is of a minor, whose age ends it.
    public boolean ofMinor() {
        return this == PARENT || this == MINOR_GUARDIAN;
    }
}

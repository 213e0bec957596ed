package hmnet.ground.audit;

/// What a check of the whole log found (検証結果).
public sealed interface Verdict {
    /// Every event, hash and checkpoint fits.
    ///
    /// @param events how many are in the tree
    /// @param waiting how many are not yet numbered
    /// @param erased how many bodies were erased, each with an event that says so
    record Sound(long events, long waiting, long erased) implements Verdict {
        @Override
        public String toString() {
            return "audit: sound events=" + events + " waiting=" + waiting + " erased=" + erased;
        }
    }

    /// The first thing that does not fit, in words.
    record Differs(String what) implements Verdict {
        @Override
        public String toString() {
            return "audit: DIFFERS " + what;
        }
    }
}

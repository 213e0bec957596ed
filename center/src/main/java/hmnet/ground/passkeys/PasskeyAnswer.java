package hmnet.ground.passkeys;

import java.util.Optional;

/// What came of what a device sent (パスキーの照合結果).
public sealed interface PasskeyAnswer {
    /// The device holds the key, and its owner was verified there: two factors in one act (S002).
    ///
    /// @param key which of the holder's
    record Proven(PasskeyHolder holder, long key) implements PasskeyAnswer {}

    /// The key stands from now on.
    record Added(long id) implements PasskeyAnswer {}

    /// @param holder whose key it was, where that is known
    record NotProven(PasskeyFault cause, Optional<PasskeyHolder> holder) implements PasskeyAnswer {
        NotProven(PasskeyFault cause) {
            this(cause, Optional.empty());
        }
    }

    /// Why a device was turned away. Its word stands in the log.
    enum PasskeyFault {
        /// No question of ours in this browser, or one that was answered or is over.
        STALE("stale"),
        /// A key that is not known, or has ended.
        UNKNOWN("unknown"),
        /// Another site, another holder, no verification of the person, a wrong signature, or nothing readable.
        FALSE("false"),
        /// A counter that went back: the key may have been copied, and has ended.
        COPIED("copied"),
        /// A key that leaves its device, where keys must stay in it (S013).
        SYNCED("synced"),
        /// Registered already, or more than anybody needs.
        TOO_MANY("too-many");

        private final String word;

        PasskeyFault(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}

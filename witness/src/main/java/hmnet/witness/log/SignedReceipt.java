package hmnet.witness.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A receipt (閲覧記録の受領証): words that the log's own key signed, and the proof that their event is in the log (C2SP
/// signed-note, then tlog-proof). Whoever has the key of the log verifies it without a network.
public final class SignedReceipt {
    /// Longer ones are not read.
    public static final int CHARACTERS_MAX = 65_536;

    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,14})");
    private static final String PROOF = "c2sp.org/tlog-proof@v1\n";

    /// What a receipt is worth (受領証の検証結果).
    public enum ReceiptVerdict {
        GENUINE,
        /// Not a receipt, or cut.
        UNREADABLE,
        /// The words are not those that the log's key signed.
        CHANGED,
        /// The head of the log under it is not signed by the log's key.
        UNSIGNED,
        /// The event is not in the log that the head speaks of.
        NOT_IN_LOG
    }

    /// What was found out.
    ///
    /// @param words what was shown; none where they are not genuine
    /// @param index the event's place in the log, from 0
    /// @param size how many events the log had
    /// @param witnesses who else signed the head of the log
    public record ReceiptCheck(
            ReceiptVerdict verdict, List<String> words, long index, long size, List<String> witnesses) {
        static ReceiptCheck bad(ReceiptVerdict verdict) {
            return new ReceiptCheck(verdict, List.of(), -1, -1, List.of());
        }
    }

    private final String text;

    private SignedReceipt(String text) {
        this.text = text;
    }

    /// As a file.
    ///
    /// @param signedNote the note with the log's signature
    public static String text(String signedNote, long index, List<Hash> proof, String checkpoint) {
        var text = new StringBuilder(signedNote)
                .append('\n')
                .append(PROOF)
                .append("index ")
                .append(index)
                .append('\n');
        proof.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /// What a file is worth; a text of any kind is judged, none is thrown back.
    public static ReceiptCheck check(String file, VerifierKey log, List<VerifierKey> witnesses) {
        if (file.length() > CHARACTERS_MAX) {
            return ReceiptCheck.bad(ReceiptVerdict.UNREADABLE);
        }
        try {
            return new SignedReceipt(plain(file)).judged(log, witnesses);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return ReceiptCheck.bad(ReceiptVerdict.UNREADABLE);
        }
    }

    /// Mail and browsers change the ends of lines; a byte order mark is none of ours.
    private static String plain(String file) {
        var lines = file.replace("\r\n", "\n").replace("\uFEFF", "").strip();
        return lines + "\n";
    }

    private ReceiptCheck judged(VerifierKey log, List<VerifierKey> witnesses) {
        var at = text.indexOf("\n" + PROOF);
        var end = text.indexOf("\n\n");
        if (at < 0 || end < 0 || end > at) {
            return ReceiptCheck.bad(ReceiptVerdict.UNREADABLE);
        }
        var note = ReceiptNote.read(text.substring(0, end + 1));
        var signed = SignatureLine.under(text.substring(0, at)).stream().anyMatch(line -> log.signed(note, line));
        if (!signed) {
            return ReceiptCheck.bad(ReceiptVerdict.CHANGED);
        }
        return inLog(note, text.substring(at + 1 + PROOF.length()), log, witnesses);
    }

    private static ReceiptCheck inLog(ReceiptNote note, String proof, VerifierKey log, List<VerifierKey> witnesses) {
        var blank = proof.indexOf("\n\n");
        var lines = proof.substring(0, blank).lines().toList();
        var at = INDEX.matcher(lines.getFirst());
        if (!at.matches()) {
            return ReceiptCheck.bad(ReceiptVerdict.UNREADABLE);
        }
        var index = Long.parseLong(at.group(1));
        var hashes = new ArrayList<Hash>();
        lines.stream().skip(1).forEach(line -> hashes.add(Hash.read(line)));
        var head = proof.substring(blank + 2);
        var checkpoint = Checkpoint.read(head);
        if (!checkpoint.origin().equals(note.origin()) || !log.signed(head)) {
            return ReceiptCheck.bad(ReceiptVerdict.UNSIGNED);
        }
        if (!Proofs.includes(note.leaf(), index, checkpoint.size(), hashes, checkpoint.root())) {
            return ReceiptCheck.bad(ReceiptVerdict.NOT_IN_LOG);
        }
        var cosigned = witnesses.stream()
                .filter(witness -> witness.signed(head))
                .map(VerifierKey::name)
                .toList();
        return new ReceiptCheck(ReceiptVerdict.GENUINE, note.words(), index, checkpoint.size(), cosigned);
    }
}

package hmnet.ground.transparency;

import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Hash;
import hmnet.witness.log.Proofs;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Proof that an event is in the log (監査証跡の受領証), checkable by anybody without asking us.
///
/// @param proof the hashes that lead from the leaf to the checkpoint's root
/// @param checkpoint the signed note, with countersignatures
public record Receipt(UUID event, long leaf, Hash hash, List<Hash> proof, String checkpoint) {
    public Receipt {
        proof = List.copyOf(proof);
    }

    /// Whether the proof leads from the leaf to the checkpoint's root.
    public boolean holds() {
        var signed = Checkpoint.read(checkpoint);
        return Proofs.includes(hash, leaf, signed.size(), proof, signed.root());
    }

    /// As a file that others' tools read (C2SP tlog-proof).
    public String text() {
        return text("");
    }

    /// The same with the hash of the leaf in the line for extra data: the file alone says what is proven, and needs no
    /// tile.
    public String textWithLeaf() {
        return text("extra " + hash + "\n");
    }

    private String text(String extra) {
        return "c2sp.org/tlog-proof@v1\n" + extra + "index " + leaf + "\n"
                + proof.stream().map(hash -> hash + "\n").collect(Collectors.joining()) + "\n" + checkpoint;
    }
}

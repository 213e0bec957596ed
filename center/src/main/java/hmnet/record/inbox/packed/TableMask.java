package hmnet.record.inbox.packed;

import java.util.Optional;

/// Blots numbers out of one file (番号の消込み): the same length, or empty when there is none.
@FunctionalInterface
public interface TableMask {
    Optional<byte[]> masked(String name, byte[] content);
}

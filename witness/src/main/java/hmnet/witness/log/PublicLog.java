package hmnet.witness.log;

import java.io.IOException;

/// What the public sees of a log (公開されたログ): its newest checkpoint and its tiles. An `IOException` says that it could
/// not be read; what was read may be anything.
public interface PublicLog {
    /// The newest checkpoint, a signed note.
    String checkpoint() throws IOException;

    /// The hashes of a tile, 32 bytes each.
    byte[] tile(TileAddress address) throws IOException;
}

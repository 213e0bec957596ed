package hmnet.formats.ssmix2;

import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;

/// The door to files of all SS-MIX2 storages (ストレージの読み口): standard, extended, transactions. Which
/// one a file is of, its path says.
public final class Storages {
    private Storages() {}

    /// @param path of the file, as much of it as is known
    public static FacilityFile read(byte[] bytes, String path) throws Unreadable {
        if (TransactionFile.isNamed(path)) {
            return TransactionFile.read(bytes);
        }
        return ExtendedFile.looksLike(path) ? ExtendedFile.read(bytes, path) : Ssmix2File.read(bytes, path);
    }

    /// Whether a file means to be one of a storage, whatever it holds: nothing else is named so.
    public static boolean looksLike(byte[] head, String path) {
        return Ssmix2File.looksLike(path) || ExtendedFile.looksLike(path) || TransactionFile.isNamed(path);
    }
}

package hmnet.record.terminology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The code tables of the tests' centre (架空のコード表): own codes of an invented system, and a file that is
/// not there.
public final class InventedCodes {
    public static final String SYSTEM = "99TERMS";

    private InventedCodes() {}

    /// @param folder made, with its list
    public static String in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("own.csv"), """
                    system,code,system,code,name
                    99TERMS,K-1,JC10,3B035000002327101,見本ＡＳＴ
                    99TERMS,H-1,JC10,5F599000002327101,見本抗体
                    99TERMS,M-1,JC10,3A999000002327101,見本甲
                    99TERMS,M-1,JC10,3A998000002327101,見本乙
                    """);
            Files.write(
                    folder.resolve("terms.csv"),
                    List.of(
                            "file,layout,version,date,source,facility",
                            "own.csv,pairs,7,2026-11-01,見本協会",
                            "lost.csv,hot,1,2026-11-01,見本協会"));
            return folder.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

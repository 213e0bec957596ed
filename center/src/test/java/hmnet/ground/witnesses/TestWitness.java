package hmnet.ground.witnesses;

import hmnet.witness.log.Cosigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The witness that the shared centre knows (試験の立会人).
public final class TestWitness {
    static final Cosigner KEY = Cosigner.make("witness.association.example");

    private TestWitness() {}

    public static String verifier() {
        return KEY.verifier().text();
    }

    /// A folder as `witness init` makes it, with the key that the centre was told of.
    static Path folder(Path folder, String url, String logKey, String... more) throws IOException {
        Files.writeString(folder.resolve("witness.key"), KEY.text());
        Files.writeString(
                folder.resolve("witness.properties"),
                "url=" + url + "\nlog-key=" + logKey + "\nevery-seconds=1\n" + String.join("\n", more) + "\n");
        return folder;
    }
}

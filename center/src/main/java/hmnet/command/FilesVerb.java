package hmnet.command;

import hmnet.record.filestore.FileStoreCheck;
import hmnet.record.filestore.FileStoreSettings;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `files check`: counts the objects of the file store against the rows that name them, beside a centre at work or
/// after a backup was put back; with `--whole`, reads every byte. It needs no keys.
final class FilesVerb {
    private static final String VERB = "files check [--whole]";

    private FilesVerb() {}

    static void run(String[] arguments) throws IOException {
        var words = Arrays.asList(arguments);
        if (words.isEmpty() || !words.getFirst().equals("check")) {
            throw new Usage(VERB + CentreDatabase.USAGE);
        }
        var rest =
                words.stream().skip(1).filter(word -> !word.equals("--whole")).toArray(String[]::new);
        try (var centre = CentreDatabase.by(VERB, new Options(rest, VERB + CentreDatabase.USAGE, "data", "url"))) {
            var db = JdbcClient.create(new DriverManagerDataSource(centre.url(), centre.user(), centre.password()));
            var check = FileStoreCheck.of(db, FileStoreSettings.of(System.getenv()), centre.data());
            var count = words.contains("--whole")
                    ? check.prove(wrong -> System.err.println("files: " + wrong))
                    : check.count();
            System.out.println(count);
            if (!count.sound()) {
                throw new IllegalStateException("files are missing or damaged: put them back from a backup");
            }
        }
    }
}

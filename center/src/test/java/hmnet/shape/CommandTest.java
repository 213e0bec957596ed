package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The one command (./hmnet), as far as it can be asked without starting anything.
class CommandTest {
    private static final Pattern VERB = Pattern.compile("^  ([a-z| -]+)\\)", Pattern.MULTILINE);

    @Test
    void helpListsEveryVerb() throws Exception {
        var script = Files.readString(House.ROOT.resolve("hmnet"));
        var cases = script.substring(script.indexOf("case $verb in"));
        var help = hmnet("help");
        assertThat(help.exit).isZero();
        assertThat(VERB.matcher(cases)
                        .results()
                        .flatMap(found -> List.of(found.group(1).split(" \\| ")).stream()))
                .filteredOn(verb -> !verb.startsWith("-"))
                .contains("demo", "start", "test", "digest", "drill")
                .allSatisfy(verb -> assertThat(help.text).containsPattern("(?m)^  " + verb.strip() + " "));
    }

    @Test
    void anUnknownVerbOrOptionIsAUsageError() throws Exception {
        assertThat(hmnet("dance").exit).isEqualTo(64);
        assertThat(hmnet("demo", "--colour", "red").exit).isEqualTo(64);
        assertThat(hmnet("demo", "--port", "99999").exit).isEqualTo(64);
        assertThat(hmnet("demo", "--people", "many").exit).isEqualTo(64);
        assertThat(hmnet("test", "no-such-module").exit).isEqualTo(64);
    }

    /// Else the tests that need it would be skipped, and nobody told.
    @Test
    void aBrowserThatIsNamedAndAbsentIsAnError() throws Exception {
        var answer = run(
                House.ROOT,
                List.of(
                        "env",
                        "HMNET_BROWSER=no-such-browser",
                        House.ROOT.resolve("hmnet").toString(),
                        "test",
                        "TidyTest"));
        assertThat(answer.exit).as(answer.text).isEqualTo(69);
        assertThat(answer.text).contains("no-such-browser");
    }

    @Test
    void itWorksFromAnyFolderAndThroughALink(@TempDir Path folder) throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("a link"), House.ROOT.resolve("hmnet"));
        var answer = run(folder, List.of(link.toString(), "help"));
        Files.delete(link);
        assertThat(answer.exit).isZero();
    }

    private record Answer(int exit, String text) {}

    private static Answer hmnet(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(House.ROOT.resolve("hmnet").toString()));
        command.addAll(List.of(arguments));
        return run(House.ROOT, command);
    }

    private static Answer run(Path folder, List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), text);
        }
    }
}

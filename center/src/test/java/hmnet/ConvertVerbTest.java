package hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who converts a file at a shell learns from the exit code whether somebody must look at the doses.
class ConvertVerbTest {
    private static final Charset WINDOWS = Charset.forName("windows-31j");
    private static final String PRESCRIPTION = """
            JAHIS10
            1,1,9999999,34,見本医院
            5,,,見本 医師
            11,T-1,見本 花子,ﾐﾎﾝ ﾊﾅｺ
            12,2
            13,19550101
            51,20260401
            101,1,1,,7
            111,1,1,,１日１回朝食後服用,
            201,1,1,1,1,,見本錠,1,1,錠
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.replace("\n", "\r\n").getBytes(WINDOWS));
    }

    private Child convert(Object... arguments) throws IOException {
        var all = new ArrayList<>(List.of("convert"));
        for (var argument : arguments) {
            all.add(argument.toString());
        }
        return Child.of(folder, all);
    }

    @Test
    void aDoseThatIsUnderstoodIsWrittenWithZero() throws IOException, InterruptedException {
        var out = folder.resolve("out.json");
        try (var child = convert(file("rx.csv", PRESCRIPTION), "--to", "fhir", "--out", out)) {
            assertThat(child.exit()).as(child.text()).isZero();
        }
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains("見本錠");
    }

    @Test
    void aDoseThatIsNotUnderstoodIsWrittenAndSaysSoWithOne() throws IOException, InterruptedException {
        var out = folder.resolve("out.json");
        var doubtful = PRESCRIPTION.replace("201,1,1", "181,1,1,12,見知らぬ補足,,\n201,1,1");
        try (var child = convert(file("rx.csv", doubtful), "--to", "fhir", "--out", out)) {
            assertThat(child.exit()).as(child.text()).isEqualTo(1);
            assertThat(child.text()).contains("dosing-not-understood");
        }
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains("見知らぬ補足");
    }

    @Test
    void aFileThatIsRefusedIsOneAndASlipOfTheHandTwo() throws IOException, InterruptedException {
        try (var child = convert(file("rx.csv", PRESCRIPTION.replace(",1,1,錠", ",,1,")), "--to", "fhir")) {
            assertThat(child.exit()).as(child.text()).isEqualTo(1);
            assertThat(child.text()).contains("column-missing");
        }
        try (var child = convert(file("rx.csv", PRESCRIPTION), "--to", "paper")) {
            assertThat(child.exit()).isEqualTo(2);
        }
    }
}

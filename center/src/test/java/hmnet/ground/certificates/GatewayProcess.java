package hmnet.ground.certificates;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.luben.zstd.Zstd;
import hmnet.formats.check.Readers;
import hmnet.gateway.FileSender;
import hmnet.gateway.Identity;
import hmnet.ground.mtls.TestPki;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/// A real gateway in a process of its own (試験用ゲートウェイ), with all it has in one folder.
public record GatewayProcess(Path folder, TestPki authority) {
    /// Its settings, for a machine that the centre knows.
    public Path config(RenewingMachine machine, String more) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("ca.crt"), RenewingMachine.pem(authority.certificate()));
        var shown = new Identity(machine.shown().key(), List.of(machine.shown().certificate()));
        Files.writeString(folder.resolve("own.crt"), shown.chainPem());
        Files.writeString(folder.resolve("own.key"), shown.pem());
        return Files.writeString(folder.resolve("gateway.properties"), """
                centre=https://localhost:%d
                certificate=own.crt
                key=own.key
                ca=ca.crt
                spool=spool
                spool.keep-free=1MiB
                retry.most=200ms
                renewal.every=100ms
                folder.lab.path=in
                folder.lab.every=20ms
                folder.lab.quiet=60ms
                %s
                """.formatted(machine.port(), more));
    }

    public Process started(Path config) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "hmnet.gateway.box.Gateway",
                        "run",
                        "--config",
                        config.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private static String classPath() {
        return Stream.of(
                        FileSender.class,
                        Readers.class,
                        JsonMapper.class,
                        JsonParser.class,
                        JsonProperty.class,
                        Zstd.class,
                        TarArchiveEntry.class,
                        IOUtils.class,
                        StringUtils.class)
                .map(GatewayProcess::jar)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return folder.resolve("gateway.log");
    }

    public boolean says(String words) {
        try {
            return Files.exists(log()) && Files.readString(log()).contains(words);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

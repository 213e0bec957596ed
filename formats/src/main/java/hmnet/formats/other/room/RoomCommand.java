package hmnet.formats.other.room;

import hmnet.formats.other.OtherFile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import tools.jackson.core.JsonParser;

/// How a room is opened (検査室の起動): the same Java, few libraries, little memory. It ends when its memory does.
final class RoomCommand {
    /// One class of each library that looking at files needs.
    private static final List<Class<?>> NEEDED = List.of(
            OtherFile.class,
            Loader.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            LogFactory.class,
            JsonParser.class);

    /// In the centre it stands behind the log that PDFBox knows.
    private static final String LOG_BEHIND = "org.slf4j.LoggerFactory";

    private static final String NESTED = "jar:nested:";

    private RoomCommand() {}

    static List<String> of(RoomLimits limits, Path folder) throws IOException {
        Files.createDirectories(folder);
        return of(limits, folder, RoomInside.class.getName());
    }

    static List<String> of(RoomLimits limits, Path folder, String inside) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        command.addAll(List.of(
                "-Xmx" + limits.megabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("room.jsa").toAbsolutePath(),
                "-Xlog:disable", // a warning on its standard output would be taken for an answer
                "-Djava.awt.headless=true",
                "-cp",
                String.join(File.pathSeparator, libraries(folder)),
                inside));
        return List.copyOf(command);
    }

    private static Iterable<String> libraries(Path folder) throws IOException {
        var paths = new LinkedHashSet<String>();
        var needed = new ArrayList<>(NEEDED);
        try {
            needed.add(Class.forName(LOG_BEHIND, false, RoomCommand.class.getClassLoader()));
        } catch (ClassNotFoundException none) {
            // Then the log does without.
        }
        for (var one : needed) {
            var source = one.getProtectionDomain().getCodeSource();
            if (source == null) {
                throw new IOException("nobody knows where " + one.getName() + " comes from");
            }
            paths.add(path(source.getLocation().toString(), folder));
        }
        return paths;
    }

    /// A library within the centre's one jar is laid beside it, since Java reads no jar within a jar.
    private static String path(String location, Path folder) throws IOException {
        if (!location.startsWith(NESTED)) {
            try {
                return Path.of(new URI(location)).toString();
            } catch (URISyntaxException e) {
                throw new IOException(location, e);
            }
        }
        int within = location.indexOf("/!");
        var jar = location.substring(NESTED.length(), within);
        var entry = location.substring(within + 2).replaceAll("!/$", "");
        var copy = folder.resolve(entry.substring(entry.lastIndexOf('/') + 1));
        try (var outer = new JarFile(jar);
                var in = outer.getInputStream(outer.getEntry(entry))) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy.toString();
    }
}

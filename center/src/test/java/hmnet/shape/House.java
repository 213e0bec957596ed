package hmnet.shape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Every text file of the project (ソース一式), read once; what is built, downloaded or private is left out.
final class House {
    static final Path ROOT = root();
    static final List<String> MAVEN_MODULES =
            List.of("formats", "profiles", "witness", "gateway", "region", "center", "bench");

    private static final Set<String> ELSEWHERE =
            Set.of("target", "node_modules", ".git", "data", "demo-data", ".idea", ".settings", "results");
    private static final Set<String> TEXT =
            Set.of("java", "jte", "css", "js", "ts", "sql", "md", "properties", "xml", "json", "html", "sh", "yml");
    private static final List<SourceFile> FILES = read();

    private House() {}

    static Stream<SourceFile> files() {
        return FILES.stream();
    }

    static Stream<SourceFile> files(String extension) {
        return files().filter(file -> file.extension().equals(extension));
    }

    /// The modules of the centre (業務モジュール): the folders in a wing that hold more than their title.
    static List<Path> modules() {
        var hmnet = ROOT.resolve("center/src/main/java/hmnet");
        return folders(hmnet, wing -> true).stream()
                .flatMap(wing -> folders(wing, folder -> javaFiles(folder) > 0).stream())
                .toList();
    }

    /// How many Java files stand in a folder, its title left out.
    static long javaFiles(Path folder) {
        return files("java")
                .filter(file -> file.path().equals(folder.resolve(file.name()))
                        && !file.name().equals("package-info.java"))
                .count();
    }

    static String text(Path path) {
        return files().filter(file -> file.path().equals(path))
                .map(SourceFile::text)
                .findAny()
                .orElse("");
    }

    private static List<Path> folders(Path parent, Predicate<Path> wanted) {
        try (var found = Files.list(parent)) {
            return found.filter(Files::isDirectory).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("hmnet"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("Run the tests inside the project: no ./hmnet above " + Path.of(""));
            }
            folder = parent;
        }
        return folder;
    }

    private static List<SourceFile> read() {
        var files = new ArrayList<SourceFile>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return ELSEWHERE.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    var file = path.getFileName().toString();
                    if (TEXT.contains(SourceFile.extension(file))
                            || file.equals("hmnet")
                            || path.startsWith(ROOT.resolve(".ci"))) {
                        files.add(new SourceFile(path, Files.readAllLines(path)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort((a, b) -> a.path().compareTo(b.path()));
        return List.copyOf(files);
    }
}

package hmnet.record.previews;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The programs that are installed (プログラムの所在), looked for each time: what is installed later is found without a
/// new start.
record Programs(String folders) {
    private static final Pattern COLON = Pattern.compile(":");

    Optional<Path> find(PreviewProgram program) {
        return COLON.splitAsStream(folders)
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program.command()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Path need(PreviewProgram program) throws DrawingFailure {
        return find(program).orElseThrow(() -> new DrawingFailure(program));
    }

    /// Whether all of them are here.
    boolean have(PreviewProgram... needed) {
        return Stream.of(needed).allMatch(program -> find(program).isPresent());
    }
}

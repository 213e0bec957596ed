package hmnet.record.intake;

import hmnet.formats.base.Note;
import hmnet.formats.check.FileJudge;
import hmnet.formats.check.ProfileJudge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the packages of a configured folder say of a FHIR file (プロファイルによる検証), for people at a desk; filing asks nobody
/// but our own readers. Off where no folder is named.
@Component
class ProfilePackages implements FileJudge, AutoCloseable {
    private final FileJudge judge;

    ProfilePackages(ProfileSettings settings) {
        this.judge = settings.folder().isBlank() ? FileJudge.NONE : judge(settings);
    }

    private static FileJudge judge(ProfileSettings settings) {
        var folder = Path.of(settings.folder());
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("HMNET_PROFILES_FOLDER names " + folder + ", which is no folder");
        }
        if (settings.judge().isBlank()) {
            throw new IllegalStateException(
                    "HMNET_PROFILES_FOLDER needs HMNET_PROFILES_JUDGE, the validator's class path");
        }
        return ProfileJudge.of(settings.judge(), folder);
    }

    @Override
    public List<Note> notes(byte[] file) {
        return judge.notes(file);
    }

    @Override
    public void close() {
        if (judge instanceof ProfileJudge process) {
            process.close();
        }
    }
}
